import { fix, type TaskContext } from '../rule.ts';

/** KFP SDK: `set_retry` takes whole numbers and durations in seconds; the backend refuses negative ones. */
export function checkRetry({ task, report }: TaskContext): void {
  const retry = task.options.retry;
  if (retry === undefined) return;
  const checks: readonly (readonly [string, number | undefined, (value: number) => boolean, string])[] = [
    ['maxCount', retry.maxCount, isWhole, 'retry-count-invalid'],
    ['backoffSeconds', retry.backoffSeconds, isWhole, 'duration-invalid'],
    ['backoffMaxSeconds', retry.backoffMaxSeconds, isWhole, 'duration-invalid'],
    ['backoffFactor', retry.backoffFactor, (value) => Number.isFinite(value) && value > 0, 'retry-factor-invalid'],
  ];
  for (const [name, value, isGood, code] of checks) {
    if (value === undefined || isGood(value)) continue;
    const option = name === 'maxCount' ? 'retry' : `retry.${name}`;
    const fixes = [fix({ kind: 'clear-option', task: task.id, option })];
    report({ code, values: { value }, field: `options.retry.${name}`, fixes });
  }
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
