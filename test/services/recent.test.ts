import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPathAccess } from '../../main/services/paths/path-access.ts';
import { createRecent } from '../../main/services/recent/create-recent.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const me = { clientId: 'me' };

test('the newest comes first, each once, and what is gone is marked', async () => {
  const folder = await makeTemporaryFolder();
  const [a, b] = [join(folder, 'a'), join(folder, 'b')];
  await writeFile(a, '');
  await mkdir(b);
  let now = 0;
  const access = createPathAccess({ folders: [folder] });
  const { handlers } = createRecent({
    dataFolder: join(folder, 'data'),
    access,
    now: () => {
      now += 1;
      return now;
    },
  });
  await handlers['recent.add']({ path: a, kind: 'file' }, me);
  await handlers['recent.add']({ path: b, kind: 'folder' }, me);
  await handlers['recent.add']({ path: a, kind: 'file' }, me);
  await rm(b, { recursive: true });
  expect(await handlers['recent.list']({}, me)).toEqual({
    items: [
      { path: a, kind: 'file', openedAt: 3, exists: true },
      { path: b, kind: 'folder', openedAt: 2, exists: false },
    ],
  });
  await handlers['recent.remove']({ path: a }, me);
  expect((await handlers['recent.list']({}, me)).items).toHaveLength(1);
});

test('the list ends somewhere', async () => {
  const folder = await makeTemporaryFolder();
  const access = createPathAccess({ folders: [folder] });
  const { handlers } = createRecent({ dataFolder: join(folder, 'data'), access, now: () => 1 });
  for (let count = 0; count < 35; count += 1) {
    await handlers['recent.add']({ path: join(folder, `f${count}`), kind: 'file' }, me);
  }
  expect((await handlers['recent.list']({}, me)).items).toHaveLength(30);
});

test('what was chosen before may be opened again; a link in its place may not', async () => {
  const folder = await makeTemporaryFolder();
  const [dataFolder, chosen, turned] = ['data', 'chosen', 'turned'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await Promise.all([mkdir(chosen), mkdir(turned)]);
  const before = createRecent({ dataFolder, access: createPathAccess({ folders: [folder] }), now: () => 1 });
  await before.handlers['recent.add']({ path: chosen, kind: 'folder' }, me);
  await before.handlers['recent.add']({ path: turned, kind: 'folder' }, me);
  await rename(turned, join(folder, 'moved'));
  await symlink('/etc', turned);

  const access = createPathAccess({ folders: [] });
  await createRecent({ dataFolder, access, now: () => 2 }).restoreAccess();
  expect(await access.check(join(chosen, 'x'))).toBe(join(chosen, 'x'));
  await expect(access.check('/etc/passwd')).rejects.toThrow('outside-workspace');
});
