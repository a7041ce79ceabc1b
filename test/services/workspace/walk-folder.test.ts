import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { walkFolder } from '../../../main/services/folder-walk/walk-folder.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

async function makeTree(files: { readonly [path: string]: string }): Promise<string> {
  const root = await makeTemporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

const isYaml = (name: string): boolean => name.endsWith('.yaml');

async function find(root: string, from = root): Promise<readonly string[]> {
  const { files } = await walkFolder(from, isYaml);
  return files.map((path) => relative(root, path));
}

test('what .gitignore names is passed over, the innermost rule decides', async () => {
  const root = await makeTree({
    '.gitignore': 'build/\n*.tmp.yaml\n/top.yaml\n',
    'top.yaml': '',
    'a.yaml': '',
    'a.tmp.yaml': '',
    'build/b.yaml': '',
    'sub/top.yaml': '',
    'sub/.gitignore': '!kept.tmp.yaml\nlocal.yaml\n',
    'sub/kept.tmp.yaml': '',
    'sub/local.yaml': '',
    'other/local.yaml': '',
  });
  expect(await find(root)).toEqual(['a.yaml', 'other/local.yaml', 'sub/kept.tmp.yaml', 'sub/top.yaml']);
});

test('rules of the repository around an opened folder count', async () => {
  const root = await makeTree({
    '.git/HEAD': '',
    '.gitignore': 'secret/',
    'open/secret/a.yaml': '',
    'open/b.yaml': '',
  });
  expect(await find(root, join(root, 'open'))).toEqual(['open/b.yaml']);
});

test('without a repository, folders above are nobody of ours', async () => {
  const root = await makeTree({ '.gitignore': '*.yaml', 'open/b.yaml': '' });
  expect(await find(root, join(root, 'open'))).toEqual(['open/b.yaml']);
});

test('packages, hidden folders and virtual environments of any name are not entered', async () => {
  const root = await makeTree({
    'node_modules/p/a.yaml': '',
    '.hidden/a.yaml': '',
    'my-env/pyvenv.cfg': '',
    'my-env/lib/a.yaml': '',
    'b.yaml': '',
  });
  expect(await find(root)).toEqual(['b.yaml']);
});

test('links in circles end, links out are not followed, links inside count once', async () => {
  const root = await makeTree({ 'in/a.yaml': '', 'in/deep/b.yaml': '' });
  const outside = await makeTree({ 'c.yaml': '' });
  await symlink('..', join(root, 'in', 'deep', 'up'));
  await symlink(outside, join(root, 'out'));
  await symlink(join(outside, 'c.yaml'), join(root, 'c.yaml'));
  expect(await find(root)).toEqual(['in/a.yaml', 'in/deep/b.yaml']);
});

test('limits are kept and said', async () => {
  const files = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`d${index}/a.yaml`, '']));
  const root = await makeTree({ ...files, 'x/x/x/x/a.yaml': '' });
  expect(await walkFolder(root, isYaml, { entries: 10, depth: 9 })).toMatchObject({ truncated: true });
  const shallow = await walkFolder(root, isYaml, { entries: 1000, depth: 2 });
  expect(shallow.truncated).toBe(true);
  expect(shallow.files).toHaveLength(50);
  expect(await walkFolder(root, isYaml)).toMatchObject({ truncated: false });
});
