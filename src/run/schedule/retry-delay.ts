import type { RetryPolicy } from '../../compile/kfp/ir.ts';

/**
 * How long to wait before the next try, after `attempt` tries.
 * KFP SDK: `set_retry`, defaults 0 s, factor 2, at most 3600 s.
 */
export function retryDelayMilliseconds(policy: RetryPolicy, attempt: number): number {
  const first = durationSeconds(policy.backoffDuration) ?? 0;
  const factor = typeof policy.backoffFactor === 'number' ? policy.backoffFactor : 2;
  const longest = durationSeconds(policy.backoffMaxDuration) ?? 3600;
  return Math.round(Math.min(first * factor ** (attempt - 1), longest) * 1000);
}

/** `30s` of the IR as seconds. */
function durationSeconds(text: string | undefined): number | undefined {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(text ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}
