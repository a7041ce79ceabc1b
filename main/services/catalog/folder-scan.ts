import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CatalogEntry, ComponentProblem } from '../../../src/catalog/component-description.ts';
import type { ComponentProblemCode } from '../../../src/catalog/problem-codes.ts';
import { WALK_LIMITS, type WalkLimits, walkFolder } from '../folder-walk/walk-folder.ts';
import { type CatalogRoot, entryPath } from './catalog-root.ts';
import { readComponentFile } from './read-component-file.ts';

export interface ScanLimits extends WalkLimits {
  /** YAML files read below one folder. */
  readonly files: number;
  /** Bytes of one file. */
  readonly fileSize: number;
}

export const SCAN_LIMITS: ScanLimits = { ...WALK_LIMITS, files: 5000, fileSize: 2 * 1024 * 1024 };

/** What one look at a folder found. Entries of files that did not change are the same objects as before. */
export interface ScanResult {
  readonly entries: readonly CatalogEntry[];
  readonly notes: readonly ComponentProblem[];
  /** Every folder that was entered: what to watch. */
  readonly folders: readonly string[];
}

export interface FolderScan {
  look(): Promise<ScanResult>;
}

interface KnownFile {
  readonly stamp: string;
  /** Absent for a file that is no component. */
  readonly entry?: CatalogEntry;
  readonly note?: ComponentProblem;
}

/** Files read at one time: more would only wait for each other. */
const SIDE_BY_SIDE = 8;

const BYTES_OF_MEGABYTE = 1024 * 1024;

/** True for the files that may hold a component: YAML, but not this editor's own pipelines. */
export function mayHoldComponent(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !/\.pipeline\.ya?ml$/i.test(name) && !name.startsWith('.');
}

/** Finds the components below a folder; a further look reads only the files that changed. */
export function createFolderScan(root: CatalogRoot, limits: ScanLimits = SCAN_LIMITS): FolderScan {
  let known: ReadonlyMap<string, KnownFile> = new Map();
  return {
    look: async () => {
      const walk = await walkFolder(root.folder, mayHoldComponent, limits);
      const files = walk.files.slice(0, limits.files);
      known = await readAll(root, files, known, limits);
      const found = files.flatMap((file) => known.get(file) ?? []);
      const notes = [
        ...(walk.folders.length === 0 ? [note('scan-missing', { folder: root.folder })] : []),
        ...(walk.truncated
          ? [note('scan-limit', { folder: root.folder, entries: limits.entries, depth: limits.depth })]
          : []),
        ...(walk.files.length > limits.files
          ? [note('scan-too-many-files', { folder: root.folder, limit: limits.files })]
          : []),
        ...found.flatMap((file) => file.note ?? []),
      ];
      return { entries: found.flatMap((file) => file.entry ?? []), notes, folders: walk.folders };
    },
  };
}

async function readAll(
  root: CatalogRoot,
  files: readonly string[],
  known: ReadonlyMap<string, KnownFile>,
  limits: ScanLimits,
): Promise<ReadonlyMap<string, KnownFile>> {
  const result = new Map<string, KnownFile>();
  const waiting = [...files].reverse();
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const read = await readOne(root, file, known.get(file), limits);
      if (read !== undefined) result.set(file, read);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return result;
}

async function readOne(
  root: CatalogRoot,
  file: string,
  known: KnownFile | undefined,
  limits: ScanLimits,
): Promise<KnownFile | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return undefined;
  const stamp = `${found.mtimeMs} ${found.ctimeMs} ${found.size} ${found.ino}`;
  if (known?.stamp === stamp) return known;
  if (found.size > limits.fileSize) {
    const limit = Math.round(limits.fileSize / BYTES_OF_MEGABYTE);
    return { stamp, note: note('scan-file-too-large', { file, limit }) };
  }
  const place = { path: entryPath(root, file), root: root.name, fileName: basename(file) };
  const entry = await readComponentFile(file, place);
  return entry === undefined ? { stamp } : { stamp, entry: sameEntry(known?.entry, entry) };
}

/** A file that was only touched is the same entry. */
function sameEntry(before: CatalogEntry | undefined, entry: CatalogEntry): CatalogEntry {
  return before !== undefined && before.digest !== '' && before.digest === entry.digest ? before : entry;
}

function note(code: ComponentProblemCode, values: ComponentProblem['values']): ComponentProblem {
  return { code, values };
}
