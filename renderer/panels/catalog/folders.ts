import type { CatalogEntry } from '../../../src/catalog/component-description.ts';

const SHIPPED = 'builtin:';

/** Whether an entry ships with the app. */
export function isShipped(entry: { readonly path: string }): boolean {
  return entry.path.startsWith(SHIPPED);
}

/** What an entry is called. */
export function titleOfEntry(entry: CatalogEntry): string {
  return entry.status === 'ok' ? entry.description.title : entry.name;
}

/** The last part of a folder's path, for people. */
export function nameOfRoot(root: string): string {
  return (
    root
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? root
  );
}

/**
 * The folders an entry stands in below its root. A `component.yaml` usually has a folder of its own, which is called
 * like it and says nothing more: it is left out.
 */
export function foldersOfEntry({ path, root }: { readonly path: string; readonly root: string }): readonly string[] {
  const below = path.startsWith(SHIPPED)
    ? path.slice(SHIPPED.length)
    : path.startsWith(root)
      ? path.slice(root.length)
      : path;
  const parts = below.split(/[\\/]/).filter((part) => part !== '');
  const file = parts.pop() ?? '';
  return /^component\.ya?ml$/i.test(file) ? parts.slice(0, -1) : parts;
}

/** The path below its root, for people. */
export function shortPath({ path, root }: { readonly path: string; readonly root: string }): string {
  return path.startsWith(root) ? path.slice(root.length).replace(/^[\\/]/, '') : path;
}
