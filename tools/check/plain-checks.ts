import { fromRoot } from '../root.ts';
import { type Command, runCommand } from './command.ts';
import { typecheckProjects, typescriptCompiler } from './projects.ts';
import type { CheckResult } from './result.ts';

type PlainCheck = { readonly name: string; readonly command: Command; readonly remedy?: string };

function nodeScript(path: string, ...parameters: string[]): Command {
  return { program: process.execPath, parameters: [fromRoot(path), ...parameters], minutes: 5 };
}

/** The checks that simply succeed or fail, quickest first. */
export const plainChecks: readonly PlainCheck[] = [
  {
    name: 'python3',
    // Components that the tests run are Python programs of the standard library.
    command: { program: 'python3', parameters: ['--version'], minutes: 1 },
    remedy: 'python3 was not found; install Python 3.9 or newer.',
  },
  {
    name: 'lint',
    command: nodeScript('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off'),
  },
  { name: 'dead code and dependencies', command: nodeScript('node_modules/knip/bin/knip.js', '--no-progress') },
  ...typecheckProjects.map((file) => ({
    name: `types of ${file}`,
    command: nodeScript(typescriptCompiler, '--project', file),
  })),
  { name: 'build', command: nodeScript('tools/build.ts', '--if-needed') },
];

/** Runs one of them; what it printed is shown only where it failed. */
export async function runPlainCheck(check: PlainCheck): Promise<CheckResult> {
  const started = performance.now();
  const { succeeded, output } = await runCommand(check.command, false);
  if (!succeeded) process.stdout.write(`${output}${check.remedy ? `${check.remedy}\n` : ''}`);
  return {
    name: check.name,
    passed: succeeded ? 1 : 0,
    failed: succeeded ? 0 : 1,
    skips: [],
    seconds: (performance.now() - started) / 1000,
  };
}
