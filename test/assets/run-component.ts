import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ComponentFile, readComponentFile } from './component-file.ts';
import { type Argument, resolveCommand } from './resolve-command.ts';

/** What one execution of a component left behind. */
export interface Execution extends Answer {
  /** The text of each output that was written. */
  readonly outputs: { readonly [name: string]: string };
  /** The executor output (metadata of artifacts), where it was written. */
  readonly executorOutput: string | undefined;
}

const python = process.platform === 'win32' ? 'python' : 'python3';

/** Why components cannot be executed here, or nothing. */
export function whyNoPython(): string | undefined {
  const answer = spawnSync(python, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 ? undefined : `${python} does not answer on this machine`;
}

/** Executes a component in a directory of its own, as a run does: artifacts are files, parameters are texts. */
export async function runComponent(path: string, given: { readonly [input: string]: Argument }): Promise<Execution> {
  const directory = mkdtempSync(join(tmpdir(), 'pipewright-component-'));
  try {
    return await execute(readComponentFile(path), given, directory, dirname(path));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function execute(
  component: ComponentFile,
  given: { readonly [input: string]: Argument },
  directory: string,
  source: string,
): Promise<Execution> {
  const outputFile = join(directory, 'executor_output.json');
  const command = resolveCommand(component, {
    given,
    inputPath: (name, text) => writeInput(join(directory, 'inputs', name, 'data'), text),
    outputPath: (name) => join(directory, 'outputs', name, 'data'),
    executorInput: JSON.stringify({
      outputs: { outputFile, artifacts: describeArtifacts(component, directory) },
    }),
  });
  const [program = '', ...rest] = command.map((word) => word.replace(/^\/app\//, `${source}/`));
  const answer = await start(program === 'python3' ? python : program, rest, directory);
  const written = component.outputs.flatMap((output) => {
    const path = join(directory, 'outputs', output.name, 'data');
    return existsSync(path) ? [[output.name, readFileSync(path, 'utf8')] as const] : [];
  });
  return {
    ...answer,
    outputs: Object.fromEntries(written),
    executorOutput: existsSync(outputFile) ? readFileSync(outputFile, 'utf8') : undefined,
  };
}

interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(program: string, words: readonly string[], directory: string): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(program, words, { cwd: directory, encoding: 'utf8' }, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode, stdout, stderr }),
    );
  });
}

function writeInput(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function describeArtifacts(component: ComponentFile, directory: string): object {
  const entries = component.outputs.map((output) => {
    const artifact = { name: output.name, uri: join(directory, 'outputs', output.name, 'data'), metadata: {} };
    return [output.name, { artifacts: [artifact] }] as const;
  });
  return Object.fromEntries(entries);
}
