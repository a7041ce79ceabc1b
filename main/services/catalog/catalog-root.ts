import { dirname, relative, sep } from 'node:path';

/** A folder of the catalog. */
export interface CatalogRoot {
  /** The folder on the disk. */
  readonly folder: string;
  /** How entries name it: the same, or `builtin:`. */
  readonly name: string;
}

/** The name of the shipped catalog's root. */
export const BUILT_IN = 'builtin:';

/** The shipped catalog's root. */
export function builtInRoot(folder: string): CatalogRoot {
  return { folder, name: BUILT_IN };
}

/** A folder of the user's. */
export function folderRoot(folder: string): CatalogRoot {
  return { folder, name: folder };
}

/** How an entry is called: its absolute path, or `builtin:<group>/<name>` for one that ships with the app. */
export function entryPath(root: CatalogRoot, file: string): string {
  if (root.name !== BUILT_IN) return file;
  return BUILT_IN + relative(root.folder, dirname(file)).split(sep).join('/');
}
