import type { OutputValue, RunNote, RunReason, RunState, TaskPhase, TaskRun } from '../run-state.ts';
import type { RunFact, TaskOutputs } from './run-fact.ts';

/** What is known of a run's tasks before anything happened: each task outside loops, with its place in the drawing. */
export interface PlannedTask {
  readonly key: string;
  readonly irPath: string;
  readonly documentPath?: string;
  readonly kind: TaskRun['kind'];
}

/** Looks a task key up: iterations are told by their IR path. */
export type TaskLookup = (key: string) => PlannedTask;

/** The state of a run in which nothing has happened: every task is there from the first second. */
export function initialRunState(
  created: RunFact & { readonly type: 'run-created' },
  planned: readonly PlannedTask[],
): RunState {
  const tasks: Record<string, TaskRun> = {};
  for (const task of planned) tasks[task.key] = { ...task, phase: 'pending', attempt: 0, outputs: {} };
  return {
    id: created.runId,
    source: 'local',
    name: created.name,
    pipelineName: created.pipelineName,
    phase: 'pending',
    createdAt: created.at,
    tasks,
    outputs: {},
  };
}

/** The state after more facts. The map of tasks is copied once for all of them. */
export function reduceFacts(state: RunState, facts: readonly RunFact[], lookup: TaskLookup): RunState {
  let next = state;
  let tasks: Record<string, TaskRun> | null = null;
  for (const fact of facts) {
    if (!isTaskFact(fact)) {
      next = reduceRunFact(tasks === null ? next : { ...next, tasks }, fact);
      tasks = null;
      continue;
    }
    tasks ??= { ...next.tasks };
    tasks[fact.key] = reduceTask(tasks[fact.key] ?? blankTask(lookup(fact.key)), fact);
  }
  return tasks === null ? next : { ...next, tasks };
}

function reduceRunFact(state: RunState, fact: Exclude<RunFact, TaskFact>): RunState {
  switch (fact.type) {
    case 'run-created':
    case 'task-process':
      return state;
    case 'run-started':
      return { ...state, phase: 'running', startedAt: state.startedAt ?? fact.at };
    case 'run-resumed':
      return resumeRunState(state);
    case 'run-note':
      return { ...state, notes: [...(state.notes ?? []), noteOf(fact)] };
    case 'run-cancelling':
      return { ...state, phase: 'cancelling' };
    case 'run-ended': {
      if (fact.phase === 'interrupted') return interruptRunState(state, fact.at, fact.reason);
      const ended = { ...state, phase: fact.phase, endedAt: fact.at, outputs: outputValues(fact.outputs) };
      return fact.reason === undefined ? ended : { ...ended, reason: fact.reason };
    }
  }
}

type TaskFact = Exclude<Extract<RunFact, { readonly key: string }>, { readonly type: 'task-process' }>;

function isTaskFact(fact: RunFact): fact is TaskFact {
  return 'key' in fact && fact.type !== 'task-process';
}

function reduceTask(task: TaskRun, fact: TaskFact): TaskRun {
  switch (fact.type) {
    case 'task-started':
      return {
        ...withoutReason(task),
        phase: 'running',
        attempt: fact.attempt,
        startedAt: task.startedAt ?? fact.at,
        ...(fact.inputs === undefined ? {} : { inputs: fact.inputs }),
      };
    case 'task-succeeded':
      return {
        ...endedTask(task, fact.at, fact.reusedFrom === undefined ? 'succeeded' : 'cached'),
        attempt: fact.attempt,
        outputs: outputValues(fact.outputs),
        ...(fact.reusedFrom === undefined ? {} : { reusedFrom: fact.reusedFrom }),
      };
    case 'task-failed':
      return {
        ...endedTask(task, fact.at, 'failed'),
        attempt: fact.attempt,
        reason: fact.reason,
        ...(fact.exitCode === undefined ? {} : { exitCode: fact.exitCode }),
      };
    case 'task-retrying':
      return { ...task, phase: 'retrying', attempt: fact.attempt };
    case 'task-skipped':
      return { ...endedTask(task, fact.at, 'skipped'), reason: fact.reason };
    case 'task-cancelled':
      return endedTask(task, fact.at, 'cancelled');
  }
}

function blankTask(planned: PlannedTask): TaskRun {
  return { ...planned, phase: 'pending', attempt: 0, outputs: {} };
}

function endedTask(task: TaskRun, at: number, phase: TaskPhase): TaskRun {
  return { ...withoutReason(task), phase, endedAt: at };
}

function withoutReason(task: TaskRun): TaskRun {
  const { reason: _reason, exitCode: _exitCode, ...rest } = task;
  return rest;
}

/** Outputs as the run's state shows them. A list of artifacts shows its first and says so by its port. */
export function outputValues(outputs: TaskOutputs): { readonly [port: string]: OutputValue } {
  const values: Record<string, OutputValue> = {};
  for (const [name, value] of Object.entries(outputs.parameters)) values[name] = { kind: 'parameter', value };
  for (const [name, artifacts] of Object.entries(outputs.artifacts)) {
    const [artifact] = artifacts;
    if (artifact === undefined) continue;
    const { schemaTitle, uri, path, metadata, size } = artifact;
    values[name] = {
      kind: 'artifact',
      schemaTitle,
      uri,
      metadata,
      ...(path === undefined ? {} : { path }),
      ...(size === undefined ? {} : { size }),
    };
  }
  return values;
}

function noteOf({ note, task }: RunFact & { readonly type: 'run-note' }): RunNote {
  return task === undefined ? note : { ...note, task };
}

/** A run goes on: what its programs gave stays, everything else is to be done. */
export function resumeRunState(state: RunState): RunState {
  const { endedAt: _endedAt, reason: _reason, notes: _notes, ...rest } = state;
  const tasks: Record<string, TaskRun> = {};
  for (const [key, task] of Object.entries(state.tasks)) tasks[key] = isKept(task) ? task : pendingAgain(task);
  return { ...rest, phase: 'running', tasks, outputs: {} };
}

function isKept({ kind, phase }: TaskRun): boolean {
  return kind !== 'dag' && (phase === 'succeeded' || phase === 'cached');
}

function pendingAgain({ key, irPath, documentPath, kind, attempt }: TaskRun): TaskRun {
  const place = documentPath === undefined ? {} : { documentPath };
  return { key, irPath, ...place, kind, phase: 'pending', attempt, outputs: {} };
}

/** What an app that died leaves behind: everything unfinished is interrupted. */
function interruptRunState(state: RunState, at: number, reason: RunReason | undefined): RunState {
  const tasks: Record<string, TaskRun> = {};
  for (const [key, task] of Object.entries(state.tasks)) tasks[key] = interruptTask(task, at);
  const interrupted: RunState = { ...state, phase: 'interrupted', endedAt: at, tasks };
  return reason === undefined ? interrupted : { ...interrupted, reason };
}

function interruptTask(task: TaskRun, at: number): TaskRun {
  if (task.phase === 'running' || task.phase === 'retrying') return { ...task, phase: 'interrupted', endedAt: at };
  if (task.phase === 'pending' || task.phase === 'waiting') return { ...task, phase: 'cancelled' };
  return task;
}
