import type { RunChange } from '../../../src/run/run-change.ts';
import { isTaskEnded, type RunReason, type TaskPhase, type TaskRun } from '../../../src/run/run-state.ts';
import { formatDuration } from './format.ts';
import type { Terminal } from './terminal.ts';

/** Tells how a run goes. */
export interface RunProgress {
  started(runId: string): void;
  changed(change: RunChange): void;
}

const SIGNS: { readonly [Phase in TaskPhase]: string } = {
  pending: ' ',
  waiting: ' ',
  running: '▸',
  retrying: '↻',
  succeeded: '✓',
  cached: '✓',
  failed: '✗',
  skipped: '–',
  cancelled: '■',
  interrupted: '■',
};

/** Progress to read: a line when a task starts, tries again or ends. */
export function createReadableProgress(terminal: Terminal): RunProgress {
  const told = new Map<string, string>();

  function tellTask(task: TaskRun): void {
    const { phase, attempt } = task;
    const state = `${phase} ${attempt}`;
    if (phase === 'pending' || phase === 'waiting' || told.get(task.key) === state) return;
    told.set(task.key, state);
    const duration = isTaskEnded(phase) ? durationOf(task) : '';
    terminal.printLine(
      `${SIGNS[phase]} ${task.key}  ${terminal.say(`cli.task-${phase}`)}${duration}${reasonOf(terminal, task.reason)}`,
    );
  }

  const toldNotes = new Set<string>();

  function tellNote(sentence: string): void {
    if (!toldNotes.has(sentence)) terminal.complain(sentence);
    toldNotes.add(sentence);
  }

  return {
    started: (runId) => terminal.printLine(terminal.say('cli.run-started', { id: runId })),
    changed: ({ tasks, notes = [] }) => {
      for (const { code, values } of notes) tellNote(terminal.say(`run.${code}`, values));
      for (const task of tasks) tellTask(task);
    },
  };
}

/** One JSON event a line: `{"event": "run", …}` and `{"event": "task", …}`. */
export function createJsonProgress(terminal: Terminal): RunProgress {
  const print = (event: object): void => terminal.printLine(JSON.stringify(event));
  return {
    started: (runId) => print({ event: 'run', runId, phase: 'pending' }),
    changed: ({ tasks, ...run }) => {
      for (const task of tasks) print({ event: 'task', runId: run.runId, ...task });
      print({ event: 'run', ...run });
    },
  };
}

function durationOf({ startedAt, endedAt }: TaskRun): string {
  return startedAt === undefined || endedAt === undefined ? '' : `, ${formatDuration(endedAt - startedAt)}`;
}

function reasonOf(terminal: Terminal, reason: RunReason | undefined): string {
  return reason === undefined ? '' : `: ${terminal.say(`run.${reason.code}`, reason.values)}`;
}
