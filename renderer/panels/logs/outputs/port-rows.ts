import type { JsonValue } from '../../../../src/model/json.ts';
import type { OutputValue } from '../../../../src/run/run-state.ts';

/** An input or output of a task as a row of a list. */
export interface PortRow {
  readonly port: string;
  readonly kind: OutputValue['kind'];
  /** A parameter's value on one line, cut where it is long. */
  readonly text: string;
  /** An artifact's type without its namespace. */
  readonly typeName?: string;
  /** Bytes, where known. */
  readonly size?: number;
  readonly masked: boolean;
}

const TEXT_LIMIT = 200;

/** The values of a side of a task: parameters first, each kind in the order of the task. */
export function portRows(values: { readonly [port: string]: OutputValue }): readonly PortRow[] {
  const rows = Object.entries(values).map(([port, value]) => portRow(port, value));
  return [...rows.filter((row) => row.kind === 'parameter'), ...rows.filter((row) => row.kind === 'artifact')];
}

/** One value as a row. */
export function portRow(port: string, value: OutputValue): PortRow {
  if (value.kind === 'parameter') {
    return { port, kind: 'parameter', text: lineOf(value.value), masked: value.masked === true };
  }
  const typeName = value.schemaTitle.replace(/^system\./, '');
  return {
    port,
    kind: 'artifact',
    text: '',
    typeName,
    masked: false,
    ...(value.size === undefined ? {} : { size: value.size }),
  };
}

/** A value on one line. */
export function lineOf(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replace(/\s*\n\s*/g, ' ⏎ ');
  return line.length > TEXT_LIMIT ? `${line.slice(0, TEXT_LIMIT)}…` : line;
}
