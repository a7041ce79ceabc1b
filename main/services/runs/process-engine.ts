import { delimiter } from 'node:path';
import { execa } from 'execa';
import type { Engine, EngineOutcome, EngineProcess, EngineRequest } from './engine.ts';
import { endGroup, GRACE_MILLISECONDS, signalGroup } from './kill-group.ts';

export interface ProcessEngineDeps {
  readonly environment: NodeJS.ProcessEnv;
  /** True once nobody wants to wait any longer for processes to end by themselves. */
  readonly isHurried?: () => boolean;
}

/** Runs commands as processes of this machine, each with all it starts in a group of its own. Never through a shell. */
export function createProcessEngine(deps: ProcessEngineDeps): Engine {
  return {
    name: 'process',
    checkAvailable: () => Promise.resolve(undefined),
    start: (request) => Promise.resolve(startProcess(request, deps)),
    endLeftovers: () => Promise.resolve(),
  };
}

function startProcess(request: EngineRequest, { environment, isHurried }: ProcessEngineDeps): EngineProcess {
  const [program, ...args] = request.command;
  if (program === undefined) return notStarted({ code: 'command-missing' });
  const subprocess = execa(program, args, {
    cwd: request.folder,
    env: processEnvironment(request, environment),
    extendEnv: false,
    stdin: 'ignore',
    all: true,
    buffer: false,
    reject: false,
    detached: process.platform !== 'win32',
    cleanup: true,
    forceKillAfterDelay: GRACE_MILLISECONDS,
    windowsHide: true,
  });
  // Like a container, whose processes end with the first: what is left behind would hold the log open for ever.
  subprocess.nodeChildProcess.once('exit', () => {
    if (subprocess.pid !== undefined) void signalGroup(subprocess.pid, 'SIGKILL');
  });
  const printed = forward(subprocess.all, request.write);
  const ended = subprocess.then(async (result): Promise<EngineOutcome> => {
    await printed;
    if (subprocess.pid === undefined) return notStartedOutcome(program, result.code);
    if (result.exitCode !== undefined) return { kind: 'exited', exitCode: result.exitCode };
    return { kind: 'signalled', signal: result.signal ?? 'SIGKILL' };
  });
  const { pid } = subprocess;
  return { pid, ended, end: () => (pid === undefined ? Promise.resolve() : endGroup(pid, isHurried)) };
}

/** Waits for the receiver, so that a program cannot print faster than the log takes it. */
async function forward(output: AsyncIterable<unknown>, write: EngineRequest['write']): Promise<void> {
  try {
    for await (const chunk of output) await write(chunk as Uint8Array);
  } catch {
    // The pipe broke with the process; how the process ended says more.
  }
}

function processEnvironment(request: EngineRequest, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const path = [...request.pathPrefixes, environment.PATH ?? ''].filter((part) => part !== '').join(delimiter);
  return { ...environment, PYTHONUNBUFFERED: '1', ...request.env, ...request.secretEnv, PATH: path };
}

function notStarted(reason: { readonly code: string }): EngineProcess {
  return { pid: undefined, ended: Promise.resolve({ kind: 'not-started', reason }), end: () => Promise.resolve() };
}

function notStartedOutcome(program: string, code: string | undefined): EngineOutcome {
  if (code === 'ENOENT') return { kind: 'not-started', reason: { code: 'program-missing', values: { program } } };
  const values = { program, detail: code ?? 'unknown' };
  return { kind: 'not-started', reason: { code: 'program-failed-to-start', values } };
}
