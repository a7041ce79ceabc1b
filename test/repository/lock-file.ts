import { readText } from './source-files.ts';

/** One package of the lock file, at its place below the root. */
export type LockedPackage = {
  readonly place: string;
  readonly name: string;
  readonly licence: string | undefined;
  readonly optional: readonly string[];
};

type Entry = { readonly license?: string; readonly optionalDependencies?: Readonly<Record<string, string>> };

/** Every package of the lock file, those of other platforms too. */
export function readLockedPackages(): LockedPackage[] {
  const packages: Record<string, Entry> = JSON.parse(readText('package-lock.json')).packages;
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, entry]) => ({
      place,
      name: place.replace(/^.*node_modules\//, ''),
      licence: entry.license,
      optional: Object.keys(entry.optionalDependencies ?? {}),
    }));
}
