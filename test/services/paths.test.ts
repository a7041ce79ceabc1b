import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isInside } from '../../main/services/paths/is-inside.ts';
import { createPathAccess } from '../../main/services/paths/path-access.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

test.each([
  ['/a', '/a', true],
  ['/a', '/a/b', true],
  ['/a', '/a/..b', true],
  ['/a', '/ab', false],
  ['/a', '/', false],
  ['/a', '/a/../b', false],
  ['/', '/anything', true],
])('%s holds %s: %s', (parent, path, expected) => {
  expect(isInside(parent, path)).toBe(expected);
});

test('nothing is allowed before something was chosen', async () => {
  const folder = await makeTemporaryFolder();
  const access = createPathAccess({ folders: [] });
  await expect(access.check(join(folder, 'a'))).rejects.toMatchObject({ failure: { code: 'outside-workspace' } });
  await access.allowFolder(folder);
  expect(await access.check(join(folder, 'deep', 'new.yaml'))).toBe(join(folder, 'deep', 'new.yaml'));
});

test('a chosen file allows itself and a new name beside it, not its neighbours', async () => {
  const folder = await makeTemporaryFolder();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => join(folder, name)) as [string, string, string];
  await writeFile(a, '');
  const access = createPathAccess({ folders: [] });
  await access.allowFile(a);
  expect(await access.check(a)).toBe(a);
  await expect(access.check(b)).rejects.toThrow('outside-workspace');
  expect(await access.checkNewName(a, c)).toBe(c);
  await expect(access.checkNewName(a, join(folder, 'sub', 'c'))).rejects.toThrow('outside-workspace');
});

test('a folder that is reached by a link is allowed as what it is', async () => {
  const folder = await makeTemporaryFolder();
  await mkdir(join(folder, 'real'));
  await symlink('real', join(folder, 'link'));
  const access = createPathAccess({ folders: [] });
  expect(await access.allowFolder(join(folder, 'link'))).toBe(join(folder, 'real'));
  expect(await access.check(join(folder, 'link', 'x'))).toBe(join(folder, 'real', 'x'));
});

test('links in a circle are outside', async () => {
  const folder = await makeTemporaryFolder();
  await symlink(join(folder, 'b'), join(folder, 'a'));
  await symlink(join(folder, 'a'), join(folder, 'b'));
  const access = createPathAccess({ folders: [folder] });
  await expect(access.check(join(folder, 'a'))).rejects.toThrow('outside-workspace');
});
