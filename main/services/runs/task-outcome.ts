import type { TaskPlaces } from '../../../src/run/command/task-places.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import type { TaskJob } from '../../../src/run/schedule/run-action.ts';
import type { EngineOutcome, EngineProcess } from './engine.ts';
import { readOutputs } from './read-outputs.ts';
import type { TaskOutcome } from './task-runner.ts';

export type WaitOutcome =
  | EngineOutcome
  | { readonly kind: 'timed-out'; readonly seconds: number }
  | { readonly kind: 'cancelled' };

/** Waits for the end of a process, and ends it on the signal or after its time. */
export async function waitFor(
  process: EngineProcess,
  signal: AbortSignal,
  seconds: number | undefined,
): Promise<WaitOutcome> {
  let stopped: WaitOutcome | undefined;
  let stopping = Promise.resolve();
  const stop = (outcome: WaitOutcome): void => {
    stopped ??= outcome;
    stopping = process.end();
  };
  const cancel = (): void => stop({ kind: 'cancelled' });
  const timer =
    seconds === undefined ? undefined : setTimeout(() => stop({ kind: 'timed-out', seconds }), seconds * 1000);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    const ended = await process.ended;
    await stopping;
    return stopped ?? ended;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

/** What the end of a program means, and what it wrote. */
export async function judgeOutcome(outcome: WaitOutcome, job: TaskJob, places: TaskPlaces): Promise<TaskOutcome> {
  switch (outcome.kind) {
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'not-started':
      return finalFailure(outcome.reason);
    case 'timed-out':
      return failed({ code: 'timeout', values: { seconds: outcome.seconds } });
    case 'signalled':
      return failed(
        outcome.signal === 'SIGKILL' ? { code: 'killed' } : { code: 'signal', values: { signal: outcome.signal } },
      );
    case 'exited':
      break;
  }
  const { exitCode } = outcome;
  if (exitCode !== 0) return { ...failed({ code: 'exit-code', values: { exitCode } }), exitCode };
  const outputs = await readOutputs(job.component, places);
  return outputs.ok ? { kind: 'succeeded', outputs: outputs.value } : failed(outputs.error);
}

function failed(reason: RunReason): TaskOutcome & { readonly kind: 'failed' } {
  return { kind: 'failed', reason, final: false };
}

/** A failure that trying again cannot change. */
export function finalFailure(reason: RunReason): TaskOutcome & { readonly kind: 'failed' } {
  return { kind: 'failed', reason, final: true };
}
