import { HostError } from '../../../src/api/errors.ts';
import type { HostClient } from '../../../src/api/host.ts';
import type { RunDetail } from '../../../src/api/results.ts';
import type { RunChange } from '../../../src/run/run-change.ts';
import { isRunEnded } from '../../../src/run/run-state.ts';
import { listenForEnd } from '../shared/end-signals.ts';
import { EXIT, type ExitCode } from './cli-error.ts';
import { formatDuration } from './format.ts';
import type { CommandHost } from './open-host.ts';
import type { RunProgress } from './run-progress.ts';
import type { Terminal } from './terminal.ts';

/** How much of a failed task's log is shown, in bytes. */
const LOG_TAIL_BYTES = 2000;

/** Starts a run and resolves when it has ended. Changes that come before the run's name is known are kept for it. */
export async function followRun(
  terminal: Terminal,
  host: CommandHost,
  start: () => Promise<string>,
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
  const runId = await start();
  progress.started(runId);
  for (const change of early) progress.changed(change);
  tell = (change) => progress.changed(change);
  const endListening = stopOnInterrupt(terminal, host, runId);
  await ended;
  endListening();
  return await client.call('runs.get', { runId });
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

/** Says how a run ended, with the end of the logs of what failed; the exit code says it to programs. */
export async function tellEnd(
  terminal: Terminal,
  client: HostClient,
  { state, folder }: RunDetail,
  isJson: boolean,
): Promise<ExitCode> {
  const code = state.phase === 'succeeded' ? EXIT.fine : EXIT.problems;
  if (isJson) return code;
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
  return code;
}
