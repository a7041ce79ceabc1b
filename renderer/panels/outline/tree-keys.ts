import type { OutlineRow } from './outline-rows.ts';

export interface TreeStep {
  /** The row to go to. */
  readonly row?: OutlineRow;
  /** The row to open or close. */
  readonly toggle?: string;
}

/** What a key means in a tree, by the pattern that screen readers announce. Nothing for other keys. */
export function keyStep(
  event: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean },
  rows: readonly OutlineRow[],
  index: number,
  collapsed: ReadonlySet<string>,
): TreeStep | undefined {
  const row = rows[index];
  if (row === undefined || event.altKey) return undefined;
  switch (event.key) {
    case 'ArrowDown':
      return stepTo(rows[index + 1]);
    case 'ArrowUp':
      return stepTo(rows[index - 1]);
    case 'Home':
      return stepTo(rows[0]);
    case 'End':
      return stepTo(rows.at(-1));
    case 'ArrowRight':
      if (!row.hasChildren) return {};
      return collapsed.has(row.id) ? { toggle: row.id } : stepTo(rows[index + 1]);
    case 'ArrowLeft':
      if (row.hasChildren && !collapsed.has(row.id)) return { toggle: row.id };
      return stepTo(rows.slice(0, index).findLast((other) => other.level < row.level));
    default:
      return event.key.length === 1 && !event.ctrlKey && !event.metaKey
        ? startingWith(event.key, rows, index)
        : undefined;
  }
}

function stepTo(row: OutlineRow | undefined): TreeStep {
  return row === undefined ? {} : { row };
}

/** The next row whose name begins with a letter. */
function startingWith(letter: string, rows: readonly OutlineRow[], index: number): TreeStep | undefined {
  if (!/[\p{L}\p{N}]/u.test(letter)) return undefined;
  const after = [...rows.slice(index + 1), ...rows.slice(0, index + 1)];
  return stepTo(
    after.find((row) => (row.path.split('/').at(-1) ?? row.id).toLowerCase().startsWith(letter.toLowerCase())),
  );
}
