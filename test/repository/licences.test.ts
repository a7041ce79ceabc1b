import { expect, test } from 'vitest';
import { isException, isPermissive } from './licence-rules.ts';
import { readLockedPackages } from './lock-file.ts';

test.each([
  ['MIT', true],
  ['(MPL-2.0 OR Apache-2.0)', true],
  ['MIT AND GPL-3.0-only', false],
  ['EPL-2.0 OR GPL-3.0-or-later', false],
  ['UNLICENSED', false],
])('%s is permissive: %s', (expression, expected) => {
  expect(isPermissive(expression)).toBe(expected);
});

test('every dependency is under a permissive licence or has its reason', () => {
  const packages = readLockedPackages();
  const refused = packages.filter(({ name, licence }) => !isPermissive(licence ?? '') && !isException(name));
  expect(refused).toEqual([]);
  expect(packages.length).toBeGreaterThan(0);
});
