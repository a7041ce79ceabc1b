/** One measured value beside its budget. */
export type Figure = { readonly name: string; readonly value: number; readonly unit: string; readonly budget: number };

/** Prints a figure; one over its budget makes the program end with exit code 1. */
export function printFigure({ name, value, unit, budget }: Figure): void {
  const verdict = value <= budget ? 'ok' : 'OVER';
  process.stdout.write(`${verdict.padEnd(5)}${name}: ${value.toFixed(1)} ${unit} (budget ${budget} ${unit})\n`);
  if (value > budget) process.exitCode = 1;
}

/** The middle of the values: one slow run among several says nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
