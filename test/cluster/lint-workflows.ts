import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmittedWorkflow, fileNameOf } from './emitted-workflows.ts';

/** What Argo's linter says of workflows: nothing, or its words by their titles. */
export interface LintOutcome {
  readonly passed: number;
  readonly failures: readonly { readonly title: string; readonly words: string }[];
}

/** Asks Argo's linter about workflows, all in one run and without a cluster. */
export function lintWorkflows(
  program: string,
  workflows: readonly (EmittedWorkflow & { readonly text: string })[],
): LintOutcome {
  const folder = mkdtempSync(join(tmpdir(), 'pipewright-lint-'));
  try {
    const files = workflows.map(({ title, text }, index) => {
      const path = join(folder, fileNameOf(title, index));
      writeFileSync(path, text);
      return { title, path };
    });
    const words =
      files.length === 0
        ? ''
        : lint(
            program,
            files.map(({ path }) => path),
          );
    const failures = files.flatMap(({ title, path }) => {
      const lines = words.split('\n').filter((line) => line.includes(path));
      return lines.length === 0 ? [] : [{ title, words: lines.join('\n').replaceAll(path, title) }];
    });
    return { passed: files.length - failures.length, failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the linter prints. A failure that names no file is a failure of the linter itself. */
function lint(program: string, paths: readonly string[]): string {
  const parameters = ['lint', '--offline', '--no-color', '-o', 'simple', ...paths];
  const { status, stdout, stderr } = spawnSync(program, parameters, { encoding: 'utf8', timeout: 300_000 });
  const words = `${stdout}\n${stderr}`;
  const isAboutFiles = paths.some((path) => words.includes(path));
  if (status !== 0 && !isAboutFiles) throw new Error(`The linter did not work: ${words.trim()}`);
  return status === 0 ? '' : words;
}
