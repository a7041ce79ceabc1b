import { basename, dirname, join, resolve } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import { findComponents } from '../../../src/import/import-source.ts';
import { readTextFile } from '../files/read-text-file.ts';
import { toHostError } from '../support/node-errors.ts';

/** The largest component that is read, in bytes. */
const COMPONENT_LIMIT_BYTES = 4 * 1024 * 1024;

/**
 * The texts of components that a file names but does not hold: at the path it names, otherwise beside the file. `allow`
 * gives the real path or throws. What is not there or not allowed stays out; addresses are not fetched.
 */
export async function readComponentTexts(
  text: string,
  file: string,
  allow: (path: string) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const folder = dirname(file);
  const texts = new Map<string, string>();
  for (const [source, place] of findComponents(text)) {
    const name = /^[a-z]+:\/\//i.test(place) ? undefined : place;
    const candidates = name === undefined ? [] : [resolve(folder, name), join(folder, basename(name))];
    for (const candidate of new Set(candidates)) {
      const found = texts.has(source) ? undefined : await readAllowed(candidate, allow);
      if (found !== undefined) texts.set(source, found);
    }
  }
  return texts;
}

async function readAllowed(path: string, allow: (path: string) => Promise<string>): Promise<string | undefined> {
  try {
    return (await readTextFile(await allow(path), COMPONENT_LIMIT_BYTES)).text;
  } catch (error) {
    if (error instanceof HostError || toHostError(error, path) !== undefined) return undefined;
    throw error;
  }
}
