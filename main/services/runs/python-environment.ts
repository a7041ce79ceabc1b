import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { failure, type Result, success } from '../../../src/model/result.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import { createKeyedQueue } from '../support/queue.ts';

/** What a task wants to find in its Python. */
export interface PythonNeeds {
  /** A requirements file. */
  readonly requirements?: string;
  /** The arguments of each `pip install`, in order. */
  readonly installs: readonly (readonly string[])[];
}

/** Virtual environments by what they hold, made once and kept. */
export interface PythonEnvironments {
  /** The folder of programs of the environment, or why there is none (the log says more). */
  prepare(
    needs: PythonNeeds,
    write: (text: string) => Promise<void>,
    signal: AbortSignal,
  ): Promise<Result<string, RunReason>>;
  /** Why no environment can be made on this machine, if so. */
  checkPython(): Promise<RunReason | undefined>;
}

export function createPythonEnvironments(deps: {
  readonly folder: string;
  readonly python: string;
  readonly environment: NodeJS.ProcessEnv;
}): PythonEnvironments {
  const inTurn = createKeyedQueue();
  let usable: Promise<RunReason | undefined> | undefined;

  async function checkPython(): Promise<RunReason | undefined> {
    usable ??= findPythonProblem(deps.python, deps.environment);
    const problem = await usable;
    // It may be installed at any time, and then need not be looked for again.
    if (problem !== undefined) usable = undefined;
    return problem;
  }

  return {
    checkPython,
    prepare: async (needs, write, signal) => {
      const problem = await checkPython();
      if (problem !== undefined) return failure(problem);
      const digest = await digestNeeds(needs, deps.python);
      if (digest === undefined) return failure(installFailure(needs));
      const folder = join(deps.folder, digest);
      const programs = await inTurn(folder, () => prepareFolder(folder, needs, deps, write, signal));
      return programs === undefined ? failure(installFailure(needs)) : success(programs);
    },
  };
}

/** True when a task needs an environment at all. */
export function needsPython({ requirements, installs }: PythonNeeds): boolean {
  return requirements !== undefined || installs.length > 0;
}

function installFailure({ requirements, installs }: PythonNeeds): RunReason {
  if (requirements !== undefined) return { code: 'requirements-failed', values: { requirements } };
  const packages = installs.flat().filter((word) => !word.startsWith('-'));
  return { code: 'packages-failed', values: { packages: packages.join(' ') } };
}

async function findPythonProblem(python: string, env: NodeJS.ProcessEnv): Promise<RunReason | undefined> {
  const result = await execa(python, ['-c', 'import venv, ensurepip'], {
    env,
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
  });
  if (result.exitCode === 0) return undefined;
  const isAbsent = result.exitCode === undefined;
  return { code: isAbsent ? 'python-missing' : 'python-incomplete', values: { python } };
}

/** Undefined when the requirements file is gone. */
async function digestNeeds({ requirements, installs }: PythonNeeds, python: string): Promise<string | undefined> {
  const hash = createHash('sha256').update(python);
  if (requirements !== undefined) {
    const text = await readFile(requirements, 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    hash.update(text);
  }
  return hash.update(JSON.stringify(installs)).digest('hex').slice(0, 24);
}

async function prepareFolder(
  folder: string,
  { requirements, installs }: PythonNeeds,
  { python, environment }: { readonly python: string; readonly environment: NodeJS.ProcessEnv },
  write: (text: string) => Promise<void>,
  signal: AbortSignal,
): Promise<string | undefined> {
  const programs = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  const ready = join(folder, '.complete');
  if (await exists(ready)) return programs;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const all = [...(requirements === undefined ? [] : [['-r', requirements]]), ...installs];
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input'];
  const steps: readonly (readonly [string, readonly string[]])[] = [
    [python, ['-m', 'venv', folder]],
    ...all.map((args) => [join(programs, 'python'), [...pip, ...args]] as const),
  ];
  for (const [program, args] of steps) {
    if (!(await runStep(program, args, environment, write, signal))) return undefined;
  }
  await writeFile(ready, '');
  return programs;
}

async function runStep(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  write: (text: string) => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  const step = execa(program, args, {
    env,
    extendEnv: false,
    all: true,
    buffer: false,
    reject: false,
    stdin: 'ignore',
    cancelSignal: signal,
  });
  for await (const line of step.iterable({ from: 'all' })) await write(String(line));
  return (await step).exitCode === 0;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
