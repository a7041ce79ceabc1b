import Papa from 'papaparse';

/** A table to look at. Every row has as many cells as there are columns. */
export interface PreviewTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Columns beyond `COLUMN_LIMIT` that are not shown. */
  readonly hiddenColumns: number;
}

export interface TableColumn {
  /** Its place in a row. */
  readonly at: number;
  readonly name: string;
  /** Its cells are numbers, or empty. */
  readonly isNumeric: boolean;
  /** The width that its longest cells need, in characters. */
  readonly width: number;
}

const COLUMN_LIMIT = 200;
const WIDTH_LIMIT = 48;
/** Rows that types and widths are judged by. */
const SAMPLE_ROWS = 500;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const EMPTY = /^(|na|n\/a|nan|null|none)$/i;

/** Reads CSV or TSV whose first line names the columns. The last row of a text that was cut is left out. */
export function parseTable(text: string, delimiter: ',' | '\t', isCut: boolean): PreviewTable {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: 'greedy' });
  const [header = [], ...body] = data;
  const cells = isCut ? body.slice(0, -1) : body;
  const widest = cells.reduce((most, row) => Math.max(most, row.length), header.length);
  const count = Math.min(widest, COLUMN_LIMIT);
  const rows = cells.map((row) => Array.from({ length: count }, (_cell, index) => row[index] ?? ''));
  const sample = rows.slice(0, SAMPLE_ROWS);
  const columns = Array.from({ length: count }, (_column, index) => describeColumn(header[index] ?? '', sample, index));
  return { columns, rows, hiddenColumns: widest - count };
}

function describeColumn(name: string, sample: readonly (readonly string[])[], index: number): TableColumn {
  const cells = sample.map((row) => row[index] ?? '');
  const filled = cells.filter((cell) => !EMPTY.test(cell.trim()));
  const longest = cells.reduce((most, cell) => Math.max(most, cell.length), name.length);
  return {
    at: index,
    name,
    isNumeric: filled.length > 0 && filled.every((cell) => NUMBER.test(cell.trim())),
    width: Math.min(WIDTH_LIMIT, Math.max(4, longest)),
  };
}
