import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createDialogs } from '../../main/services/dialogs/create-dialogs.ts';
import { createPathAccess, type PathAccess } from '../../main/services/paths/path-access.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const me = { clientId: 'me' };

async function open() {
  const home = join(await makeTemporaryFolder(), 'home');
  await mkdir(join(home, 'sub', 'deep'), { recursive: true });
  await writeFile(join(home, 'b10.yaml'), '');
  await writeFile(join(home, 'b9.yaml'), '');
  await writeFile(join(home, '.hidden'), '');
  await symlink('/etc', join(home, 'out'));
  const access: PathAccess = createPathAccess({ folders: [] });
  const { handlers } = createDialogs({ access, browseRoots: [home], openedFolders: () => [] });
  return { home, access, handlers };
}

test('the browser shows names, folders first, and no way above home', async () => {
  const { home, handlers } = await open();
  const listing = await handlers['dialog.browse']({}, me);
  expect(listing).toEqual({
    path: home,
    parent: null,
    entries: [
      { name: 'out', kind: 'folder' },
      { name: 'sub', kind: 'folder' },
      { name: 'b9.yaml', kind: 'file' },
      { name: 'b10.yaml', kind: 'file' },
    ],
    roots: [{ label: 'home', path: home }],
    truncated: false,
  });
  expect((await handlers['dialog.browse']({ path: join(home, 'sub', 'deep') }, me)).parent).toBe(join(home, 'sub'));
});

test('looking around outside of home is refused, through links as well', async () => {
  const { home, handlers } = await open();
  for (const path of [dirname(home), '/', '/etc', join(home, '..'), join(home, 'out')]) {
    await expect(handlers['dialog.browse']({ path }, me), path).rejects.toMatchObject({
      failure: { code: 'outside-workspace' },
    });
  }
});

test('looking allows nothing, choosing does', async () => {
  const { home, access, handlers } = await open();
  await handlers['dialog.browse']({}, me);
  await expect(access.check(join(home, 'b9.yaml'))).rejects.toThrow('outside-workspace');
  await handlers['dialog.choose']({ path: join(home, 'b9.yaml'), kind: 'open-file' }, me);
  expect(await access.check(join(home, 'b9.yaml'))).toBe(join(home, 'b9.yaml'));
  await expect(access.check(join(home, 'b10.yaml'))).rejects.toThrow('outside-workspace');
  await handlers['dialog.choose']({ path: join(home, 'sub'), kind: 'open-folder' }, me);
  expect(await access.check(join(home, 'sub', 'x'))).toBe(join(home, 'sub', 'x'));
  await handlers['dialog.choose']({ path: join(home, 'new.yaml'), kind: 'save-file' }, me);
  expect(await access.check(join(home, 'new.yaml'))).toBe(join(home, 'new.yaml'));
});

test.each([
  ['sub', 'open-file', 'not-a-file'],
  ['b9.yaml', 'open-folder', 'not-a-folder'],
  ['nothing', 'open-file', 'not-found'],
  ['nowhere/new.yaml', 'save-file', 'not-found'],
] as const)('%s as %s is %s', async (name, kind, code) => {
  const { home, handlers } = await open();
  await expect(handlers['dialog.choose']({ path: join(home, name), kind }, me)).rejects.toMatchObject({
    failure: { code },
  });
});

test.each(['a/b', '..', '.', 'a\\b', 'a\0b'])('a folder cannot be called %j', async (name) => {
  const { home, handlers } = await open();
  await expect(handlers['dialog.createFolder']({ parent: home, name }, me)).rejects.toMatchObject({
    failure: { code: 'invalid-params' },
  });
});

test('a new folder is there afterwards, once', async () => {
  const { home, handlers } = await open();
  expect(await handlers['dialog.createFolder']({ parent: home, name: 'new' }, me)).toEqual({ path: join(home, 'new') });
  await expect(handlers['dialog.createFolder']({ parent: home, name: 'new' }, me)).rejects.toMatchObject({
    failure: { code: 'already-exists' },
  });
});

test('a host with dialogs of its own offers no browser, and allows what they give', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'a.yaml'), '');
  const access = createPathAccess({ folders: [] });
  let answer: string | null = join(folder, 'a.yaml');
  const { handlers } = createDialogs({
    access,
    browseRoots: [folder],
    openedFolders: () => [],
    pick: async () => answer,
  });
  await expect(handlers['dialog.browse']({}, me)).rejects.toMatchObject({ failure: { code: 'unsupported' } });
  await expect(handlers['dialog.choose']({ path: folder, kind: 'open-folder' }, me)).rejects.toMatchObject({
    failure: { code: 'unsupported' },
  });
  expect(await handlers['dialog.pick']({ kind: 'open-file' }, me)).toEqual({ path: answer });
  expect(await access.check(join(folder, 'a.yaml'))).toBe(answer);
  answer = null;
  expect(await handlers['dialog.pick']({ kind: 'open-file' }, me)).toEqual({ path: null });
});
