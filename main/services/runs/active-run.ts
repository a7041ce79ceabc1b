import type { HostEvents } from '../../../src/api/events.ts';
import type { PipelineSpec, PlatformSpec } from '../../../src/compile/kfp/ir.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import { reduceFacts, type TaskLookup } from '../../../src/run/facts/reduce-facts.ts';
import type { RunConclusion, RunFact, TaskOutputs } from '../../../src/run/facts/run-fact.ts';
import type { RunNote, RunState } from '../../../src/run/run-state.ts';
import type { RunAction } from '../../../src/run/schedule/run-action.ts';
import { createScheduler, type RunProgressBefore } from '../../../src/run/schedule/scheduler.ts';
import type { Logger } from '../log/logger.ts';
import type { EventLog } from './event-log.ts';
import { runTask } from './run-task.ts';
import type { SecretMask } from './secret-mask.ts';
import type { TaskOutcome, TaskRunner } from './task-runner.ts';

/** A run that this program drives. */
export interface ActiveRun {
  readonly id: string;
  state(): RunState;
  /** Ends its processes and starts nothing more. */
  stop(): void;
  /** Resolves when the run has ended and everything is written down. */
  readonly ended: Promise<void>;
}

export interface ActiveRunDeps {
  readonly spec: PipelineSpec;
  readonly parameters: { readonly [name: string]: JsonValue };
  readonly parallelism: number;
  readonly platform: PlatformSpec | undefined;
  /** Said once, as the run begins. */
  readonly notes: readonly RunNote[];
  /** For a run that goes on. */
  readonly resume?: RunProgressBefore;
  readonly reuse: ReadonlyMap<string, { readonly runId: string; readonly outputs: TaskOutputs }>;
  readonly initial: RunState;
  readonly lookup: TaskLookup;
  readonly log: EventLog;
  readonly logger: Logger;
  readonly mask: SecretMask;
  readonly now: () => number;
  readonly runner: Omit<TaskRunner, 'record'>;
  readonly changed: (change: HostEvents['run.changed']) => void;
}

/** Facts that come within this time are told together: a window draws no faster. */
const BATCH_MILLISECONDS = 40;

/** Starts a run: carries the scheduler's actions out and tells it what came of them. */
export function startActiveRun(deps: ActiveRunDeps): ActiveRun {
  const { spec, platform, parallelism, reuse, runner, resume } = deps;
  const inputs = { parameters: deps.parameters, artifacts: {} };
  const scheduler = createScheduler(spec, inputs, {
    platform,
    jobName: runner.jobName,
    parallelism,
    reuse,
    ...(resume === undefined ? {} : { resume }),
  });
  const aborts = new Map<string, AbortController>();
  const timers = new Set<NodeJS.Timeout>();
  const facts = createFactWriter(deps);
  const { promise: ended, resolve: resolveEnded } = Promise.withResolvers<void>();

  function perform(actions: readonly RunAction[]): void {
    for (const action of actions) performOne(action);
  }

  function performOne(action: RunAction): void {
    switch (action.type) {
      case 'record':
        facts.add(action.fact);
        break;
      case 'start-task':
        void attempt(action);
        break;
      case 'wait-to-retry':
        retryLater(action.key, action.delayMilliseconds);
        break;
      case 'cancel-task':
        aborts.get(action.key)?.abort();
        break;
      case 'end-run':
        facts.add(action.fact);
        for (const timer of timers) clearTimeout(timer);
        void facts.close().finally(resolveEnded);
        break;
    }
  }

  async function attempt(action: RunAction & { readonly type: 'start-task' }): Promise<void> {
    const { job } = action;
    const abort = new AbortController();
    aborts.set(job.key, abort);
    const outcome = await runTask({ ...runner, record: facts.add }, job, action.attempt, abort.signal).catch(
      (error: unknown) => hostFailure(deps.logger, job.key, error),
    );
    aborts.delete(job.key);
    perform(tell(job.key, outcome));
  }

  function tell(key: string, outcome: TaskOutcome): readonly RunAction[] {
    switch (outcome.kind) {
      case 'succeeded':
        return scheduler.taskSucceeded(key, outcome.outputs, outcome.cachedFrom);
      case 'failed':
        return scheduler.taskFailed(key, outcome.reason, outcome.exitCode, outcome.final);
      case 'cancelled':
        return scheduler.taskCancelled(key);
    }
  }

  function retryLater(key: string, delay: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      perform(scheduler.retryDue(key));
    }, delay);
    timers.add(timer);
  }

  if (resume !== undefined) facts.add({ type: 'run-resumed' });
  for (const { task, ...note } of deps.notes) {
    facts.add({ type: 'run-note', note, ...(task === undefined ? {} : { task }) });
  }
  perform(scheduler.start());
  return { id: deps.initial.id, state: facts.state, stop: () => perform(scheduler.cancel()), ended };
}

/** A failure of the app's own (a full disk, a bug) fails the task; the run goes on as after any other. */
function hostFailure(logger: Logger, key: string, error: unknown): TaskOutcome {
  logger.error(`task ${key} could not be run`, error);
  const detail = error instanceof Error ? error.message.slice(0, 200) : String(error);
  return { kind: 'failed', reason: { code: 'host-failure', values: { detail } }, final: true };
}

/** Keeps the state, the log on disk and the listeners in step. */
function createFactWriter(deps: ActiveRunDeps): {
  readonly add: (conclusion: RunConclusion) => void;
  readonly state: () => RunState;
  readonly close: () => Promise<void>;
} {
  let state = deps.initial;
  let waiting: RunFact[] = [];
  let timer: NodeJS.Timeout | undefined;
  let written: Promise<unknown> = Promise.resolve();

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const facts = waiting;
    waiting = [];
    if (facts.length === 0) return;
    state = reduceFacts(state, facts, deps.lookup);
    deps.changed(describeChange(state, facts));
  }

  return {
    add: (conclusion) => {
      const fact = maskFact({ ...conclusion, at: deps.now() } as RunFact, deps.mask);
      waiting.push(fact);
      written = deps.log.append([fact]).catch((error: unknown) => deps.logger.error('run log', error));
      timer ??= setTimeout(flush, BATCH_MILLISECONDS);
    },
    state: () => {
      flush();
      return state;
    },
    close: async () => {
      await written;
      await deps.log.close().catch((error: unknown) => deps.logger.error('run log', error));
      flush();
    },
  };
}

function maskFact(fact: RunFact, mask: SecretMask): RunFact {
  return mask.empty ? fact : (mask.value(fact as unknown as JsonValue) as unknown as RunFact);
}

function describeChange(state: RunState, facts: readonly RunFact[]): HostEvents['run.changed'] {
  const keys = new Set(facts.flatMap((fact) => ('key' in fact ? [fact.key] : [])));
  const tasks = [...keys].flatMap((key) => state.tasks[key] ?? []);
  const { startedAt, endedAt, reason } = state;
  return {
    runId: state.id,
    phase: state.phase,
    tasks,
    ...(facts.some(({ type }) => type === 'run-resumed') ? { resumed: true } : {}),
    ...(facts.some(({ type }) => type === 'run-note') ? { notes: state.notes ?? [] } : {}),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(endedAt === undefined ? {} : { endedAt, outputs: state.outputs }),
    ...(reason === undefined ? {} : { reason }),
  };
}
