import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderListing } from '../../../src/api/results.ts';

/** The most names that a listing holds. */
const LIMIT = 2000;

type Entry = FolderListing['entries'][number];

/** Names in a folder, folders first; hidden ones are left out. Links count as what they lead to. */
export async function listFolder(
  path: string,
): Promise<{ readonly entries: readonly Entry[]; readonly truncated: boolean }> {
  const found = (await readdir(path, { withFileTypes: true })).filter((entry) => !entry.name.startsWith('.'));
  found.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const entries = (await Promise.all(found.slice(0, LIMIT).map((entry) => describe(path, entry)))).filter(
    (entry) => entry !== undefined,
  );
  const folders = entries.filter((entry) => entry.kind === 'folder');
  const files = entries.filter((entry) => entry.kind === 'file');
  return { entries: [...folders, ...files], truncated: found.length > LIMIT };
}

async function describe(folder: string, entry: Dirent): Promise<Entry | undefined> {
  const target = entry.isSymbolicLink() ? await stat(join(folder, entry.name)).catch(() => undefined) : entry;
  if (target?.isDirectory()) return { name: entry.name, kind: 'folder' };
  return target?.isFile() ? { name: entry.name, kind: 'file' } : undefined;
}
