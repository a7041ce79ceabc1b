import { execa } from 'execa';
import type { RunReason } from '../../../src/run/run-state.ts';
import { buildRunArguments, type ContainerUser, containerName, RUN_LABEL } from './container-command.ts';
import type { Engine, EngineOutcome, EngineProcess, EngineRequest } from './engine.ts';
import { GRACE_MILLISECONDS } from './kill-group.ts';
import { createProcessEngine, type ProcessEngineDeps } from './process-engine.ts';

/** An engine that does not answer in this time does not count. */
const ANSWER_MILLISECONDS = 10_000;
/** What an engine said of itself is believed for this long. */
const REMEMBERED_MILLISECONDS = 10_000;
/** Docker and Podman: the exit code of `run` when the engine itself failed, before the program could start. */
const ENGINE_FAILED = 125;

/** Runs commands in containers, through the `docker` or `podman` client on PATH. */
export function createContainerEngine(name: 'docker' | 'podman', deps: ProcessEngineDeps): Engine {
  const { environment } = deps;
  const clients = createProcessEngine(deps);
  const rootless = createMemory(() => isRootless(name, environment));
  const answer = createMemory(() => askEngine(name, environment));

  async function command(args: readonly string[]): Promise<string> {
    const result = await execa(name, args, { env: environment, extendEnv: false, reject: false, stdin: 'ignore' });
    return typeof result.stdout === 'string' ? result.stdout : '';
  }

  return {
    name,
    checkAvailable: () => answer(),
    start: async (request) => {
      if (request.image === '') return notStarted({ code: 'image-missing' });
      const user = containerUser(name, await rootless());
      const client = await clients.start({
        ...request,
        command: [name, ...buildRunArguments(request, user)],
        env: request.secretEnv,
        secretEnv: {},
        pathPrefixes: [],
      });
      const container = containerName(request);
      return {
        pid: client.pid,
        ended: client.ended.then((outcome) => describeOutcome(name, request, outcome)),
        end: async () => {
          await endContainer(command, container, deps.isHurried?.() ?? false);
          await client.end();
        },
      };
    },
    endLeftovers: async (runId) => {
      const listed = await command(['ps', '--all', '--quiet', '--filter', `label=${RUN_LABEL}=${runId}`]);
      const ids = listed.split(/\s+/).filter((id) => id !== '');
      if (ids.length > 0) await command(['rm', '--force', ...ids]);
    },
  };
}

async function endContainer(
  command: (args: readonly string[]) => Promise<string>,
  container: string,
  isHurried: boolean,
): Promise<void> {
  const seconds = isHurried ? 0 : GRACE_MILLISECONDS / 1000;
  await command(['stop', '--time', String(seconds), container]);
  await command(['rm', '--force', container]);
}

async function askEngine(name: string, environment: NodeJS.ProcessEnv): Promise<RunReason | undefined> {
  const unavailable = { code: 'engine-unavailable', values: { engine: name } };
  const format = name === 'docker' ? '{{.ServerVersion}}' : '{{.Version.Version}}';
  const result = await execa(name, ['info', '--format', format], {
    env: environment,
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
    timeout: ANSWER_MILLISECONDS,
  });
  const hasAnswered = result.exitCode === 0 && /\d/.test(String(result.stdout));
  return hasAnswered ? undefined : unavailable;
}

async function isRootless(name: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  if (name !== 'podman') return false;
  const args = ['info', '--format', '{{.Host.Security.Rootless}}'];
  const result = await execa(name, args, { env: environment, extendEnv: false, reject: false, stdin: 'ignore' });
  return String(result.stdout).trim() === 'true';
}

/** Rootless Podman shows the user here as root inside; Docker's daemon would leave files that belong to root. */
function containerUser(name: string, rootless: boolean): ContainerUser {
  const isPlain = process.platform === 'linux' && name === 'docker' && !rootless;
  return { user: isPlain ? `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}` : undefined };
}

function describeOutcome(engine: string, request: EngineRequest, outcome: EngineOutcome): EngineOutcome {
  if (outcome.kind !== 'exited') return outcome;
  const { exitCode } = outcome;
  if (exitCode === ENGINE_FAILED) {
    const values = { engine, image: request.image };
    return { kind: 'not-started', reason: { code: 'container-failed', values } };
  }
  return exitCode === 137 ? { kind: 'signalled', signal: 'SIGKILL' } : outcome;
}

function notStarted(reason: RunReason): EngineProcess {
  return { pid: undefined, ended: Promise.resolve({ kind: 'not-started', reason }), end: () => Promise.resolve() };
}

/** Asks once for a while: every task and every look at the run form wants to know. */
function createMemory<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let known: { readonly value: Promise<Value>; readonly at: number } | undefined;
  return () => {
    const now = performance.now();
    if (known === undefined || now - known.at > REMEMBERED_MILLISECONDS) known = { value: ask(), at: now };
    return known.value;
  };
}
