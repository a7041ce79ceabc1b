import type { JsonValue } from '../../../../src/model/json.ts';

/** A metric as a row: its value as text, and how far it is on the way from nothing to 1 where that is its scale. */
export interface MetricRow {
  readonly name: string;
  readonly text: string;
  readonly isNumber: boolean;
  /** From 0 to 1; absent for what is no share. */
  readonly share?: number;
}

/** Metrics as rows. Maps inside are opened out with dotted names; lists stay as they are. */
export function metricRows(metrics: { readonly [name: string]: JsonValue }, language: string): readonly MetricRow[] {
  return flatten(metrics, '').map(([name, value]) => describe(name, value, language));
}

function flatten(
  metrics: { readonly [name: string]: JsonValue },
  prefix: string,
): readonly (readonly [string, JsonValue])[] {
  return Object.entries(metrics).flatMap(([key, value]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    return isMap(value) ? flatten(value, name) : [[name, value] as const];
  });
}

function describe(name: string, value: JsonValue, language: string): MetricRow {
  if (typeof value !== 'number') {
    return { name, text: typeof value === 'string' ? value : JSON.stringify(value), isNumber: false };
  }
  const text = new Intl.NumberFormat(language, { maximumSignificantDigits: 6, useGrouping: false }).format(value);
  // A share is between nothing and all; whole numbers above are counts, and 0 and 1 may be either.
  const isShare = value >= 0 && value <= 1;
  return { name, text, isNumber: true, ...(isShare ? { share: value } : {}) };
}

function isMap(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
