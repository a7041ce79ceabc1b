import { readFileSync } from 'node:fs';

/**
 * Compares dotted versions by number: negative where `left` is older.
 * @param {string} left
 * @param {string} right
 */
export function compareVersions(left, right) {
  const a = left.split('.').map(Number);
  const b = right.split('.').map(Number);
  for (let index = 0; index < 3; index += 1) {
    const difference = (a[index] || 0) - (b[index] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The oldest Node that a package accepts, from `engines.node` written as `>=X.Y.Z`.
 * @param {string} packageFile path of its package.json
 */
export function readRequiredNode(packageFile) {
  return JSON.parse(readFileSync(packageFile, 'utf8')).engines.node.replace(/^[^\d]*/, '');
}
