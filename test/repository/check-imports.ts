import { type Row, rows } from './allowed-imports.ts';
import { type Import, packageOf } from './imports.ts';

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The row that a file falls under: the one with the longest folder. */
export function rowOf(path: string, table: readonly Row[] = rows): Row | undefined {
  return table
    .filter((row) => isBelow(path, row.folder))
    .sort((left, right) => right.folder.length - left.folder.length)
    .at(0);
}

/** What is wrong with an import, in one sentence; undefined where the table allows it. */
export function findViolation({ from, name, file }: Import, table: readonly Row[] = rows): string | undefined {
  const row = rowOf(from, table);
  if (row === undefined) return `${from} lies in a folder that the table does not name`;
  const allowed = file === undefined ? allowsPackage(row, packageOf(name)) : allowsFile(row, file, table);
  return allowed ? undefined : `${from} imports ${name}, which ${row.folder} may not`;
}

function allowsFile(row: Row, file: string, table: readonly Row[]): boolean {
  return rowOf(file, table) === row || row.folders.some((folder) => isBelow(file, folder));
}

function allowsPackage(row: Row, name: string): boolean {
  if (row.forbidden?.includes(name)) return false;
  return row.packages.includes('*') || row.packages.includes(name);
}
