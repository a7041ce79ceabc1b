import type { RunFact, TaskOutputs } from './facts/run-fact.ts';
import type { RunProgressBefore } from './schedule/scheduler.ts';

/** What the log of a run says is done, and how many tries each task has had. Groups are followed again from inside. */
export function progressOf(facts: readonly RunFact[]): RunProgressBefore {
  const finished = new Map<string, TaskOutputs>();
  const attempts = new Map<string, number>();
  for (const fact of facts) {
    if ('attempt' in fact) attempts.set(fact.key, Math.max(attempts.get(fact.key) ?? 0, fact.attempt));
    // A task that starts again, in a group that is tried once more, has not finished.
    if (fact.type === 'task-started') finished.delete(fact.key);
    if (fact.type === 'task-succeeded') finished.set(fact.key, fact.outputs);
  }
  return { finished, attempts };
}
