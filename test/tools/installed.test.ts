import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from '../../tools/bootstrap/installed.mjs';

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/a-win32': { version: '1.0.0', integrity: 'sha512-w', optional: true },
};

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'pipewright-installed-'));
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify({ packages: wanted }));
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

function install(packages: object): void {
  mkdirSync(join(clone, 'node_modules'));
  writeFileSync(join(clone, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

test('nothing is installed without node_modules', () => {
  expect(isInstalled(clone)).toBe(false);
});

test('an interrupted installation counts as none', () => {
  mkdirSync(join(clone, 'node_modules/a'), { recursive: true });
  expect(isInstalled(clone)).toBe(false);
});

test.each([
  [
    'the packages of the lock file, less those of other platforms',
    { 'node_modules/a': wanted['node_modules/a'] },
    true,
  ],
  ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }, false],
  ['another content', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }, false],
  ['a package too few', {}, false],
])('with %s: %j → %s', (_name, packages, expected) => {
  install(packages);
  expect(isInstalled(clone)).toBe(expected);
});
