import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/**
 * Whether `node_modules` holds what the lock file names.
 * npm writes `node_modules/.package-lock.json` last, so an interrupted installation counts as none.
 * Optional packages are left out: npm skips those of other platforms.
 * @param {string} root
 */
export function isInstalled(root) {
  const done = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(done)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(done);
  return Object.entries(wanted).every(
    ([place, entry]) => place === '' || entry.optional || isSamePackage(entry, present[place]),
  );
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * @param {LockedPackage} wanted
 * @param {LockedPackage | undefined} present
 */
function isSamePackage(wanted, present) {
  return present !== undefined && present.version === wanted.version && present.integrity === wanted.integrity;
}
