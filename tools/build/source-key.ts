import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../root.ts';

/** What the bundles are made of. */
const inputs = [
  'src',
  'renderer',
  'main',
  'tools/build',
  'package-lock.json',
  'package.json',
  'CHANGELOG.md',
  'vite.config.ts',
  'vite.main.config.ts',
  'vite.preload.config.ts',
];

function listFiles(path: string): string[] {
  const absolute = fromRoot(path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

/** A digest of the sources' names and contents; equal keys mean that a build would give the same bundles. */
export function computeSourceKey(): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(listFiles))
    hash
      .update(`${file}\0`)
      .update(readFileSync(fromRoot(file)))
      .update('\0');
  return hash.digest('hex');
}
