import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { createKeyedQueue } from '../support/queue.ts';

/** Virtual environments by the text of their requirements, made once and kept. */
export interface PythonEnvironments {
  /** The folder of programs of the environment; undefined when it could not be made (the log says why). */
  prepare(
    requirements: string,
    write: (text: string) => Promise<void>,
    signal: AbortSignal,
  ): Promise<string | undefined>;
}

export function createPythonEnvironments(deps: {
  readonly folder: string;
  readonly python: string;
}): PythonEnvironments {
  const inTurn = createKeyedQueue();

  return {
    prepare: async (requirements, write, signal) => {
      const text = await readFile(requirements, 'utf8').catch(() => undefined);
      if (text === undefined) return undefined;
      const digest = createHash('sha256').update(text).update(deps.python).digest('hex').slice(0, 24);
      const folder = join(deps.folder, digest);
      return await inTurn(folder, () => prepareFolder(folder, requirements, deps.python, write, signal));
    },
  };
}

async function prepareFolder(
  folder: string,
  requirements: string,
  python: string,
  write: (text: string) => Promise<void>,
  signal: AbortSignal,
): Promise<string | undefined> {
  const programs = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  const ready = join(folder, '.complete');
  if (await exists(ready)) return programs;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const steps: readonly (readonly [string, readonly string[]])[] = [
    [python, ['-m', 'venv', folder]],
    [
      join(programs, 'python'),
      ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '-r', requirements],
    ],
  ];
  for (const [program, args] of steps) {
    if (!(await runStep(program, args, write, signal))) return undefined;
  }
  await writeFile(ready, '');
  return programs;
}

async function runStep(
  program: string,
  args: readonly string[],
  write: (text: string) => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  const step = execa(program, args, { all: true, buffer: false, reject: false, stdin: 'ignore', cancelSignal: signal });
  for await (const line of step.iterable({ from: 'all' })) await write(String(line));
  return (await step).exitCode === 0;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
