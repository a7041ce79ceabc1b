import { readText } from './source-files.ts';

/** One package of the lock file. */
export type LockedPackage = { readonly name: string; readonly licence: string | undefined };

/** Every package of the lock file, those of other platforms too. */
export function readLockedPackages(): LockedPackage[] {
  const packages: Record<string, { license?: string }> = JSON.parse(readText('package-lock.json')).packages;
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, entry]) => ({ name: place.replace(/^.*node_modules\//, ''), licence: entry.license }));
}
