import type { CatalogRow } from './catalog-rows.ts';
import { titleOfEntry } from './folders.ts';

/** Where a key leads in the tree: another row, or a row to fold or unfold. */
export interface RowStep {
  readonly to?: number;
  readonly toggle?: string;
}

/** The keys of a tree. W3C ARIA: tree view pattern; a letter goes to the next row that begins with it. */
export function stepOfKey(key: string, rows: readonly CatalogRow[], index: number): RowStep | undefined {
  const row = rows[index];
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(index + 1, last) };
    case 'ArrowUp':
      return { to: Math.max(index - 1, 0) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: last };
    case 'PageDown':
      return { to: Math.min(index + 10, last) };
    case 'PageUp':
      return { to: Math.max(index - 10, 0) };
    case 'ArrowRight':
      if (row === undefined || !isHead(row)) return undefined;
      return row.isExpanded ? { to: Math.min(index + 1, last) } : { toggle: row.id };
    case 'ArrowLeft':
      if (row === undefined) return undefined;
      return isHead(row) && row.isExpanded ? { toggle: row.id } : stepOut(rows, index);
    default:
      return key.length === 1 ? stepToLetter(key, rows, index) : undefined;
  }
}

/** The words of a row, for typing ahead. */
export function textOfRow(row: CatalogRow): string {
  if (row.kind === 'component') return titleOfEntry(row.entry);
  return row.kind === 'used' ? row.used.title : row.name;
}

function isHead(row: CatalogRow): row is CatalogRow & { readonly kind: 'section' | 'folder' } {
  return row.kind === 'section' || row.kind === 'folder';
}

function stepOut(rows: readonly CatalogRow[], index: number): RowStep | undefined {
  const level = rows[index]?.level ?? 1;
  for (let at = index - 1; at >= 0; at--) {
    const row = rows[at];
    if (row !== undefined && row.level < level) return { to: at };
  }
  return undefined;
}

function stepToLetter(letter: string, rows: readonly CatalogRow[], index: number): RowStep | undefined {
  if (!/[\p{L}\p{N}]/u.test(letter)) return undefined;
  for (let step = 1; step <= rows.length; step++) {
    const at = (index + step) % rows.length;
    const row = rows[at];
    if (row !== undefined && textOfRow(row).toLowerCase().startsWith(letter.toLowerCase())) return { to: at };
  }
  return undefined;
}
