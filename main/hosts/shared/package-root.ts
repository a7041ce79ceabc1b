import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What this program is and where its files are. */
export interface PackageFacts {
  /** The folder with `assets` and `dist`. */
  readonly root: string;
  readonly version: string;
}

/** Looks upwards from this file, which lies elsewhere in a build than in the sources. */
export function findPackage(from = fileURLToPath(import.meta.url)): PackageFacts {
  const folder = dirname(from);
  if (folder === from) throw new Error('package.json of pipewright is missing');
  const file = join(folder, 'package.json');
  const content = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return content.name === 'pipewright' ? { root: folder, version: content.version } : findPackage(folder);
}
