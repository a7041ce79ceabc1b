import { basename, resolve } from 'node:path';
import { HostError } from '../../../../src/api/errors.ts';
import type { HostClient } from '../../../../src/api/host.ts';
import type { RunRequest } from '../../../../src/api/params.ts';
import type { RunDetail } from '../../../../src/api/results.ts';
import type { JsonValue } from '../../../../src/model/json.ts';
import type { RunChange } from '../../../../src/run/run-change.ts';
import { isRunEnded } from '../../../../src/run/run-state.ts';
import { listenForEnd } from '../../shared/end-signals.ts';
import { findLaunchTarget } from '../../shared/launch-targets.ts';
import { CliError, EXIT, type ExitCode } from '../cli-error.ts';
import { formatDuration } from '../format.ts';
import { loadRunSource, type RunnableText } from '../load-run-source.ts';
import { type CommandHost, openHost } from '../open-host.ts';
import { readInput } from '../read-input.ts';
import { type ParametersFile, readRunParameters } from '../run-parameters.ts';
import { createJsonProgress, createReadableProgress, type RunProgress } from '../run-progress.ts';
import type { Terminal } from '../terminal.ts';

export interface RunOptions {
  readonly param: readonly string[];
  readonly paramsFile?: string;
  readonly engine: 'auto' | 'process';
  readonly json?: boolean;
  readonly name?: string;
  readonly cache: boolean;
  readonly parallelism?: number;
}

/** How much of a failed task's log is shown, in bytes. */
const LOG_TAIL_BYTES = 2000;

/** Runs a pipeline or IR here and waits for its end. Ctrl-C stops it. */
export async function run(terminal: Terminal, file: string, options: RunOptions): Promise<ExitCode> {
  const text = await readInput(terminal, file);
  const source = loadRunSource(terminal, file, text);
  if (source === undefined) return EXIT.problems;
  const parameters = readRunParameters(
    terminal,
    source.spec,
    options.param,
    await readParametersFile(terminal, options),
  );
  const target = await findLaunchTarget(file, terminal.folder);
  const host = await openHost(terminal, { launch: [target], consent: options.engine === 'process' });
  try {
    const progress = options.json ? createJsonProgress(terminal) : createReadableProgress(terminal);
    const request = describeRequest(source, text, target.path, parameters, options);
    const detail = await followRun(terminal, host, request, progress);
    if (!options.json) await tellEnd(terminal, host.client, detail);
    return detail.state.phase === 'succeeded' ? EXIT.fine : EXIT.problems;
  } finally {
    await host.dispose();
  }
}

async function readParametersFile(terminal: Terminal, { paramsFile }: RunOptions): Promise<ParametersFile | undefined> {
  return paramsFile === undefined ? undefined : { path: paramsFile, text: await readInput(terminal, paramsFile) };
}

function describeRequest(
  source: RunnableText,
  text: string,
  path: string,
  parameters: { readonly [name: string]: JsonValue },
  { engine, cache, parallelism, name }: RunOptions,
): RunRequest {
  return {
    source: { kind: source.kind, text, path: resolve(path) },
    name: name ?? basename(path).replace(/\.(pipeline\.)?ya?ml$/, ''),
    parameters: parameters as RunRequest['parameters'],
    engine,
    caching: cache,
    ...(parallelism === undefined ? {} : { parallelism }),
  };
}

/** Starts the run and resolves when it has ended. Changes that come before the run's name is known are kept for it. */
async function followRun(
  terminal: Terminal,
  host: CommandHost,
  request: RunRequest,
  progress: RunProgress,
): Promise<RunDetail> {
  const { client } = host;
  const early: RunChange[] = [];
  let tell = (change: RunChange): void => void early.push(change);
  const ended = new Promise<void>((resolveEnded) => {
    client.subscribe('run.changed', (change) => {
      tell(change);
      if (isRunEnded(change.phase)) resolveEnded();
    });
  });
  const runId = await startRun(client, request);
  progress.started(runId);
  for (const change of early) progress.changed(change);
  tell = (change) => progress.changed(change);
  const endListening = stopOnInterrupt(terminal, host, runId);
  await ended;
  endListening();
  return await client.call('runs.get', { runId });
}

async function startRun(client: HostClient, request: RunRequest): Promise<string> {
  try {
    return (await client.call('runs.start', request)).runId;
  } catch (error) {
    const isConsentMissing = error instanceof HostError && error.failure.code === 'trust-required';
    throw isConsentMissing ? new CliError(EXIT.wrongUse, 'cli.process-consent') : error;
  }
}

/** The first Ctrl-C asks the tasks to end, the second kills them, the third ends this program whatever they do. */
function stopOnInterrupt(terminal: Terminal, host: CommandHost, runId: string): () => void {
  const stop = (): void => {
    host.client.call('runs.stop', { runId }).catch((error: unknown) => {
      // It ended by itself in the meantime.
      if (!(error instanceof HostError)) throw error;
    });
  };
  return listenForEnd(terminal.process, {
    first: () => {
      terminal.complain(terminal.say('cli.stopping-run'));
      stop();
      return false;
    },
    end: () => {
      stop();
      host.hurry();
    },
    force: () => terminal.process.exit(EXIT.problems),
  });
}

async function tellEnd(terminal: Terminal, client: HostClient, { state, folder }: RunDetail): Promise<void> {
  for (const task of Object.values(state.tasks)) {
    if (task.phase !== 'failed' || task.kind !== 'container') continue;
    const tail = { runId: state.id, taskKey: task.key, offset: -LOG_TAIL_BYTES, limit: LOG_TAIL_BYTES };
    const { text } = await client.call('runs.log', tail);
    if (text.trim() !== '') terminal.complain(`--- ${task.key}\n${text.trimEnd()}\n---`);
  }
  for (const [name, output] of Object.entries(state.outputs)) {
    terminal.printLine(`${name}: ${output.kind === 'parameter' ? JSON.stringify(output.value) : output.uri}`);
  }
  const duration = formatDuration((state.endedAt ?? state.createdAt) - (state.startedAt ?? state.createdAt));
  terminal.printLine(terminal.say(`cli.run-${state.phase}`, { duration }));
  terminal.printLine(folder);
}
