import type { CatalogEntry } from '../../../src/catalog/component-description.ts';
import type { ComponentMatch } from '../../../src/catalog/search.ts';
import { foldersOfEntry, isShipped, nameOfRoot } from './folders.ts';
import type { UsedComponent } from './used-components.ts';

/** One line of the catalog's tree. */
export type CatalogRow = HeadRow | ComponentRow | UsedRow;

interface RowBase {
  readonly id: string;
  /** From 1, as `aria-level`. */
  readonly level: number;
}

/** A catalog folder, or a folder below one. */
export interface HeadRow extends RowBase {
  readonly kind: 'section' | 'folder';
  /** A key of `catalog.*` for the sections that have no name of their own. */
  readonly word?: 'inPipeline' | 'builtIn';
  readonly name: string;
  /** The folder's whole path. */
  readonly title?: string;
  readonly count: number;
  /** How many of them have another text in their file by now. */
  readonly changed?: number;
  readonly isExpanded: boolean;
}

export interface ComponentRow extends RowBase {
  readonly kind: 'component';
  readonly entry: CatalogEntry;
  readonly match?: ComponentMatch;
}

/** A component of the pipeline in front. */
export interface UsedRow extends RowBase {
  readonly kind: 'used';
  readonly used: UsedComponent;
}

/** What was found, best first, in one list. */
export function resultRows(matches: readonly ComponentMatch[]): readonly CatalogRow[] {
  return matches.map((match) => ({ kind: 'component', id: match.entry.path, level: 1, entry: match.entry, match }));
}

/** Everything by folders: what the pipeline uses, the opened folders, then what ships with the app. */
export function folderRows(
  entries: readonly CatalogEntry[],
  used: readonly UsedComponent[],
  collapsed: ReadonlySet<string>,
): readonly CatalogRow[] {
  const rows: CatalogRow[] = [];
  if (used.length > 0) {
    const isExpanded = !collapsed.has('used');
    const changed = used.filter((item) => item.changed !== undefined).length;
    rows.push({
      kind: 'section',
      id: 'used',
      level: 1,
      word: 'inPipeline',
      name: '',
      count: used.length,
      changed,
      isExpanded,
    });
    if (isExpanded)
      rows.push(...used.map((item): UsedRow => ({ kind: 'used', id: `used:${item.key}`, level: 2, used: item })));
  }
  for (const [root, list] of byRoot(entries)) {
    const isExpanded = !collapsed.has(root);
    const names = isShipped(list[0] ?? { path: '' })
      ? ({ word: 'builtIn', name: '' } as const)
      : { name: nameOfRoot(root), title: root };
    rows.push({ kind: 'section', id: root, level: 1, ...names, count: list.length, isExpanded });
    if (isExpanded) addFolder(rows, treeOf(list), { id: root, level: 2, collapsed });
  }
  return rows;
}

/** Opened folders by name; what ships with the app comes last. */
function byRoot(entries: readonly CatalogEntry[]): readonly (readonly [string, readonly CatalogEntry[]])[] {
  const roots = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    const root = isShipped(entry) ? 'builtin:' : entry.root;
    const list = roots.get(root);
    if (list === undefined) roots.set(root, [entry]);
    else list.push(entry);
  }
  const rank = (root: string): string => (root === 'builtin:' ? '1' : `0${nameOfRoot(root).toLowerCase()}`);
  return [...roots].sort(([left], [right]) => (rank(left) < rank(right) ? -1 : 1));
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly entries: CatalogEntry[];
}

function treeOf(entries: readonly CatalogEntry[]): Folder {
  const top: Folder = { folders: new Map(), entries: [] };
  for (const entry of entries) {
    let folder = top;
    for (const name of foldersOfEntry(entry)) {
      const next = folder.folders.get(name) ?? { folders: new Map(), entries: [] };
      folder.folders.set(name, next);
      folder = next;
    }
    folder.entries.push(entry);
  }
  return top;
}

interface FolderPlace {
  readonly id: string;
  readonly level: number;
  readonly collapsed: ReadonlySet<string>;
}

function addFolder(rows: CatalogRow[], folder: Folder, place: FolderPlace): void {
  const { id, level, collapsed } = place;
  for (const [name, inner] of [...folder.folders].sort(([left], [right]) =>
    left.toLowerCase() < right.toLowerCase() ? -1 : 1,
  )) {
    const chain = shortenChain(name, inner);
    const innerId = `${id}/${chain.name}`;
    const isExpanded = !collapsed.has(innerId);
    rows.push({ kind: 'folder', id: innerId, level, name: chain.name, count: countEntries(chain.folder), isExpanded });
    if (isExpanded) addFolder(rows, chain.folder, { id: innerId, level: level + 1, collapsed });
  }
  for (const entry of folder.entries) rows.push({ kind: 'component', id: entry.path, level, entry });
}

/** Folders that hold nothing but one folder are one line: `a/b`. */
function shortenChain(name: string, folder: Folder): { readonly name: string; readonly folder: Folder } {
  const [only] = folder.folders;
  if (only === undefined || folder.folders.size > 1 || folder.entries.length > 0) return { name, folder };
  return shortenChain(`${name}/${only[0]}`, only[1]);
}

function countEntries(folder: Folder): number {
  return [...folder.folders.values()].reduce((sum, inner) => sum + countEntries(inner), folder.entries.length);
}
