import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { concerning } from '../../../main/services/support/node-errors.ts';
import { writeAtomic } from '../../../main/services/support/write-atomic.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

test('an existing file keeps its mode, a new one gets the one asked for', async () => {
  const folder = await makeTemporaryFolder();
  const path = join(folder, 'a');
  await writeFile(path, 'old');
  await chmod(path, 0o640);
  await writeAtomic(path, 'new');
  expect((await stat(path)).mode & 0o777).toBe(0o640);
  await writeAtomic(join(folder, 'b'), 'new', { mode: 0o600 });
  expect((await stat(join(folder, 'b'))).mode & 0o777).toBe(0o600);
});

test('a check that throws leaves the file, and nothing beside it', async () => {
  const folder = await makeTemporaryFolder();
  const path = join(folder, 'a');
  await writeFile(path, 'old');
  const check = (): Promise<void> => Promise.reject(new Error('no'));
  await expect(writeAtomic(path, 'new', { check })).rejects.toThrow('no');
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['a']);
});

test('an exclusive write never replaces', async () => {
  const path = join(await makeTemporaryFolder(), 'a');
  await writeAtomic(path, 'first', { exclusive: true });
  await expect(writeAtomic(path, 'second', { exclusive: true })).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readFile(path, 'utf8')).toBe('first');
});

test('a missing folder, and a file in the place of a folder, are told by their codes', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'file'), '');
  const write = (path: string): Promise<void> => concerning(path, () => writeAtomic(path, 'text'));
  await expect(write(join(folder, 'no', 'a'))).rejects.toMatchObject({ failure: { code: 'not-found' } });
  await expect(write(join(folder, 'file', 'a'))).rejects.toMatchObject({ failure: { code: 'not-a-folder' } });
  await mkdir(join(folder, 'folder'));
  await expect(write(join(folder, 'folder'))).rejects.toMatchObject({ failure: { code: 'not-a-file' } });
});

/** Programs of the system, not of this package. */
const programs = { mount: '/bin/mount', unmount: '/bin/umount' };

/** Puts a file system of a few pages, or a read-only one, there. False where this user may not mount. */
function mount(folder: string, options: string): boolean {
  try {
    execFileSync(programs.mount, ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => {
    execFileSync(programs.unmount, [folder]);
  });
  return true;
}

test('a full disk is told, and the old content stays whole', async ({ skip }) => {
  const folder = await makeTemporaryFolder();
  if (!mount(folder, 'size=64k')) skip('this user may not mount a file system');
  const path = join(folder, 'a');
  await writeAtomic(path, 'old');
  const content = 'x'.repeat(1024 * 1024);
  const failure = { failure: { code: 'disk-full', values: { path } } };
  await expect(concerning(path, () => writeAtomic(path, content))).rejects.toMatchObject(failure);
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['a']);
});

test('a read-only disk is told', async ({ skip }) => {
  const folder = await makeTemporaryFolder();
  if (!mount(folder, 'size=64k,ro')) skip('this user may not mount a file system');
  const path = join(folder, 'a');
  await expect(concerning(path, () => writeAtomic(path, 'x'))).rejects.toMatchObject({
    failure: { code: 'read-only', values: { path } },
  });
});

test('writing to a link is writing to the link, which is why paths are followed before', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'target'), 'old');
  await symlink(join(folder, 'target'), join(folder, 'link'));
  await writeAtomic(join(folder, 'link'), 'new');
  expect(await readFile(join(folder, 'target'), 'utf8')).toBe('old');
});
