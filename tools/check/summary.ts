import type { CheckResult } from './result.ts';

function sum(results: readonly CheckResult[], count: (result: CheckResult) => number): number {
  return results.reduce((total, result) => total + count(result), 0);
}

function describeResult(result: CheckResult): string {
  const mark = result.failed > 0 ? 'FAILED' : 'ok';
  const counts = `${result.passed} passed, ${result.failed} failed, ${result.skips.length} skipped`;
  return `${mark.padEnd(7)} ${result.name}: ${counts} (${result.seconds.toFixed(1)} s)`;
}

/** The end of `npm test`: every skip with its reason, one line for each part, and last the one line for the whole. */
export function summarise(results: readonly CheckResult[]): string[] {
  const skips = results.flatMap((result) => result.skips);
  const passed = sum(results, (result) => result.passed);
  const failed = sum(results, (result) => result.failed);
  return [
    '',
    ...skips.map((skip) => `skipped: ${skip.title} (${skip.reason})`),
    ...results.map(describeResult),
    '',
    `${passed} passed, ${failed} failed, ${skips.length} skipped`,
  ];
}
