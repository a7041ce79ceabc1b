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

/** Asks Argo's linter about workflows, without a cluster: all in one run, and each by itself where it objects. */
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
    const paths = files.map(({ path }) => path);
    if (paths.length === 0 || lint(program, paths) === '') return { passed: paths.length, failures: [] };
    // The linter stops at the first file that it cannot parse.
    const failures = files.flatMap(({ title, path }) => {
      const words = lint(program, [path]);
      return words === '' ? [] : [{ title, words: words.replaceAll(path, title) }];
    });
    return { passed: paths.length - failures.length, failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the linter says against files; nothing where it has no objection. */
function lint(program: string, paths: readonly string[]): string {
  const parameters = ['lint', '--offline', '--no-color', '-o', 'simple', ...paths];
  const { status, stdout, stderr, error } = spawnSync(program, parameters, { encoding: 'utf8', timeout: 300_000 });
  if (error !== undefined) throw error;
  return status === 0 ? '' : `${stdout}\n${stderr}`.trim() || `The linter ended with ${status}.`;
}
