import { readFile } from 'node:fs/promises';
import { catalogEntryOf, type EntryPlace, isComponentFileName } from '../../../src/catalog/catalog-entry.ts';
import type { CatalogEntry } from '../../../src/catalog/component-description.ts';
import type { ComponentProblemCode } from '../../../src/catalog/problem-codes.ts';
import { errnoOf } from '../support/node-errors.ts';

/**
 * Reads one YAML file into its entry; undefined for what is no component and for a file that is gone. A file that calls
 * itself a component and cannot be read is broken.
 */
export async function readComponentFile(file: string, place: EntryPlace): Promise<CatalogEntry | undefined> {
  let content: Buffer;
  try {
    content = await readFile(file);
  } catch (error) {
    const reason = errnoOf(error);
    if (reason === undefined) throw error;
    return reason === 'ENOENT' ? undefined : unreadable(place, 'file-unreadable', { reason });
  }
  const text = decode(content);
  return text === undefined ? unreadable(place, 'file-not-text', {}) : catalogEntryOf(text, place);
}

/** A byte order mark stays for the reader to see; text that is not UTF-8 is none. */
function decode(content: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

function unreadable(
  place: EntryPlace,
  code: ComponentProblemCode,
  values: { readonly [name: string]: string },
): CatalogEntry | undefined {
  if (!isComponentFileName(place.fileName)) return undefined;
  const { path, root, fileName } = place;
  return { path, root, digest: '', status: 'broken', name: fileName, problems: [{ code, values }] };
}
