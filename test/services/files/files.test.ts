import { chmod, mkdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFiles, type FilesService } from '../../../main/services/files/create-files.ts';
import { createPathAccess } from '../../../main/services/paths/path-access.ts';
import { createSilentLog } from '../silent-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const me = { clientId: 'me' };
const other = { clientId: 'other' };

interface Opened {
  readonly folder: string;
  readonly files: FilesService;
  readonly gone: Set<string>;
}

async function open(): Promise<Opened> {
  const folder = await makeTemporaryFolder();
  const gone = new Set<string>();
  const files = createFiles({
    access: createPathAccess({ folders: [folder] }),
    emit: () => undefined,
    log: createSilentLog(),
    isPresent: (clientId) => !gone.has(clientId),
  });
  onTestFinished(() => files.dispose());
  return { folder, files, gone };
}

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'binary'],
  ['UTF-16', Buffer.from('\ufefftext', 'utf16le'), 'utf-16'],
  ['Latin-1', Buffer.from('caf\xe9', 'latin1'), 'not-utf-8'],
])('%s is not text', async (_name, content, reason) => {
  const { folder, files } = await open();
  const path = join(folder, 'a.yaml');
  await writeFile(path, content);
  await expect(files.handlers['files.read']({ path }, me)).rejects.toMatchObject({
    failure: { code: 'not-text', values: { path, reason } },
  });
});

test.each(['', '\ufeffwith mark', 'a\r\nb\r\n', 'é😀'])('%j comes back as it is', async (text) => {
  const { folder, files } = await open();
  const path = join(folder, 'a.yaml');
  await writeFile(path, text);
  const read = await files.handlers['files.read']({ path }, me);
  expect(read.text).toBe(text);
  await files.handlers['files.write']({ path, text, expectedStamp: read.stamp }, me);
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('200 MB are refused without being read', async () => {
  const { folder, files } = await open();
  const path = join(folder, 'huge.yaml');
  await writeFile(path, '');
  await truncate(path, 200 * 1024 * 1024);
  await expect(files.handlers['files.read']({ path }, me)).rejects.toMatchObject({
    failure: { code: 'too-large', values: { path, megabytes: 200, limit: 64 } },
  });
});

test('a file that vanished, a folder and a device are told apart', async () => {
  const { folder, files } = await open();
  const read = (name: string) => files.handlers['files.read']({ path: join(folder, name) }, me);
  await expect(read('gone.yaml')).rejects.toMatchObject({ failure: { code: 'not-found' } });
  await mkdir(join(folder, 'sub'));
  await expect(read('sub')).rejects.toMatchObject({ failure: { code: 'not-a-file' } });
});

test('a file without write permission is read-only, and stays as it is', async () => {
  const { folder, files } = await open();
  const path = join(folder, 'a.yaml');
  await writeFile(path, 'old');
  await chmod(path, 0o444);
  const { readOnly, stamp } = await files.handlers['files.read']({ path }, me);
  expect(readOnly).toBe(true);
  await expect(files.handlers['files.write']({ path, text: 'new', expectedStamp: stamp }, me)).rejects.toMatchObject({
    failure: { code: 'read-only' },
  });
  expect(await readFile(path, 'utf8')).toBe('old');
});

test('saving to a link inside the folder changes what it leads to', async () => {
  const { folder, files } = await open();
  await writeFile(join(folder, 'target.yaml'), 'old');
  await symlink('target.yaml', join(folder, 'link.yaml'));
  const read = await files.handlers['files.read']({ path: join(folder, 'link.yaml') }, me);
  expect(read.path).toBe(join(folder, 'target.yaml'));
  await files.handlers['files.write']({ path: read.path, text: 'new', expectedStamp: read.stamp }, me);
  expect(await readFile(join(folder, 'target.yaml'), 'utf8')).toBe('new');
});

test('of two saves at once from one stamp one wins and the other is a conflict', async () => {
  const { folder, files } = await open();
  const path = join(folder, 'a.yaml');
  const { stamp } = await files.handlers['files.write']({ path, text: 'base', expectedStamp: null }, me);
  const saves = await Promise.allSettled(
    ['one', 'two', 'three'].map((text) => files.handlers['files.write']({ path, text, expectedStamp: stamp }, me)),
  );
  expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const save of saves) if (save.status === 'rejected') expect(save.reason.failure.code).toBe('conflict');
});

test('a file that came in the meantime is a conflict with its stamp, one that went has none', async () => {
  const { folder, files } = await open();
  const path = join(folder, 'a.yaml');
  await writeFile(path, 'there');
  const { stamp } = await files.handlers['files.read']({ path }, me);
  const write = (expectedStamp: string | null) => files.handlers['files.write']({ path, text: 'x', expectedStamp }, me);
  await expect(write(null)).rejects.toMatchObject({ failure: { code: 'conflict', data: { stamp } } });
  await expect(
    files.handlers['files.write']({ path: join(folder, 'b.yaml'), text: 'x', expectedStamp: stamp }, me),
  ).rejects.toMatchObject({ failure: { code: 'conflict', data: { stamp: null } } });
});

test('renaming never replaces a file, and takes the claim along', async () => {
  const { folder, files } = await open();
  const [a, b, c] = ['a.yaml', 'b.yaml', 'c.yaml'].map((name) => join(folder, name)) as [string, string, string];
  await writeFile(a, 'a');
  await writeFile(b, 'b');
  await files.handlers['files.claim']({ path: a }, me);
  await expect(files.handlers['files.rename']({ path: a, newPath: b }, me)).rejects.toMatchObject({
    failure: { code: 'already-exists' },
  });
  await expect(files.handlers['files.rename']({ path: a, newPath: c }, other)).rejects.toMatchObject({
    failure: { code: 'claimed-elsewhere' },
  });
  expect(await files.handlers['files.rename']({ path: a, newPath: c }, me)).toEqual({ path: c });
  expect(await files.handlers['files.claim']({ path: c }, other)).toEqual({ claimed: false });
  expect(await files.handlers['files.claim']({ path: a }, other)).toEqual({ claimed: true });
  await expect(stat(a)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('the claim of a client that left yields; one that is away for good has none', async () => {
  const { folder, files, gone } = await open();
  const path = join(folder, 'a.yaml');
  await writeFile(path, 'a');
  await files.handlers['files.claim']({ path }, me);
  gone.add('me');
  expect(await files.handlers['files.claim']({ path }, other)).toEqual({ claimed: true });
  gone.delete('me');
  expect(await files.handlers['files.claim']({ path }, me)).toEqual({ claimed: false });
  files.releaseClient('other');
  expect(await files.handlers['files.claim']({ path }, me)).toEqual({ claimed: true });
});
