import type { HostClient } from '../../../../src/api/host.ts';
import type { RunSummary } from '../../../../src/api/results.ts';
import type { OutputValue, RunState, TaskRun } from '../../../../src/run/run-state.ts';
import { CliError, EXIT, type ExitCode } from '../cli-error.ts';
import { findRun, newestFirst } from '../find-run.ts';
import { formatDuration, formatTable, formatTime } from '../format.ts';
import { openHost } from '../open-host.ts';
import type { Terminal } from '../terminal.ts';

/** How much of a log is asked for at a time, in bytes. */
const LOG_PIECE_BYTES = 1024 * 1024;

/** Lists the local runs, newest first. */
export async function listRuns(terminal: Terminal, options: { readonly json?: boolean }): Promise<ExitCode> {
  return await withHost(terminal, async (client) => {
    const runs = await newestFirst(client);
    if (options.json) terminal.printLine(JSON.stringify(runs, null, 2));
    else if (runs.length === 0) terminal.complain(terminal.say('cli.no-runs'));
    else terminal.printLine(formatTable(runs.map(describeRow)));
    return EXIT.fine;
  });
}

/** Prints the log of one task, or of every task with its name above. */
export async function printLogs(terminal: Terminal, run: string, task: string | undefined): Promise<ExitCode> {
  return await withHost(terminal, async (client) => {
    const { state } = await findRun(client, run);
    const tasks = task === undefined ? tasksWithLogs(state) : [findTask(state, task)];
    for (const { key } of tasks) {
      if (tasks.length > 1) terminal.printLine(`--- ${key}`);
      await printLog(terminal, client, state.id, key);
    }
    return EXIT.fine;
  });
}

/** Prints the outputs of a run and of its tasks, or of one task. */
export async function printOutputs(
  terminal: Terminal,
  run: string,
  task: string | undefined,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  return await withHost(terminal, async (client) => {
    const { state } = await findRun(client, run);
    const tasks = task === undefined ? Object.values(state.tasks) : [findTask(state, task)];
    const byTask = Object.fromEntries(tasks.map(({ key, outputs }) => [key, outputs]));
    const outputs = task === undefined ? state.outputs : {};
    if (options.json) terminal.printLine(JSON.stringify({ runId: state.id, outputs, tasks: byTask }, null, 2));
    else printReadable(terminal, outputs, byTask);
    return EXIT.fine;
  });
}

type Outputs = { readonly [name: string]: OutputValue };

function printReadable(terminal: Terminal, outputs: Outputs, byTask: { readonly [task: string]: Outputs }): void {
  const rows = Object.entries(byTask).flatMap(([task, values]) =>
    Object.entries(values).map(([port, value]) => [`${task}.${port}`, describeValue(value)]),
  );
  const own = Object.entries(outputs).map(([name, value]) => [name, describeValue(value)]);
  if (own.length + rows.length > 0) terminal.printLine(formatTable([...own, ...rows]));
}

function describeValue(value: OutputValue): string {
  if (value.kind === 'artifact') return value.uri;
  return typeof value.value === 'string' ? value.value : JSON.stringify(value.value);
}

async function withHost(terminal: Terminal, work: (client: HostClient) => Promise<ExitCode>): Promise<ExitCode> {
  const host = await openHost(terminal);
  try {
    return await work(host.client);
  } finally {
    await host.dispose();
  }
}

function findTask(state: RunState, wanted: string): TaskRun {
  const task = Object.hasOwn(state.tasks, wanted) ? state.tasks[wanted] : undefined;
  if (task) return task;
  throw new CliError(EXIT.wrongUse, 'cli.unknown-task', { task: wanted, known: Object.keys(state.tasks) });
}

function tasksWithLogs(state: RunState): readonly TaskRun[] {
  return Object.values(state.tasks).filter(({ kind, startedAt }) => kind === 'container' && startedAt !== undefined);
}

async function printLog(terminal: Terminal, client: HostClient, runId: string, taskKey: string): Promise<void> {
  for (let offset = 0; ; ) {
    const slice = await client.call('runs.log', { runId, taskKey, offset, limit: LOG_PIECE_BYTES });
    terminal.print(slice.text);
    if (slice.end >= slice.size || slice.end <= offset) return;
    offset = slice.end;
  }
}

function describeRow({ id, name, phase, createdAt, startedAt, endedAt, taskCounts }: RunSummary): readonly string[] {
  const duration = startedAt === undefined || endedAt === undefined ? '' : formatDuration(endedAt - startedAt);
  return [id, phase, formatTime(createdAt), duration, `${taskCounts.done}/${taskCounts.total}`, name];
}
