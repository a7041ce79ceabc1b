import { expect, test } from 'vitest';
import { concerning, concerningWrite, errnoOf, toHostError } from '../../../main/services/support/node-errors.ts';
import { HostError } from '../../../src/api/errors.ts';

function errno(code: string, path?: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code, ...(path === undefined ? {} : { path }) });
}

test.each([
  ['ENOENT', 'not-found'],
  ['EACCES', 'permission-denied'],
  ['EPERM', 'permission-denied'],
  ['EROFS', 'read-only'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EISDIR', 'not-a-file'],
  ['ENOTDIR', 'not-a-folder'],
  ['EEXIST', 'already-exists'],
  ['EFBIG', 'too-large'],
])('%s is told as %s', (code, expected) => {
  expect(toHostError(errno(code, '/inner'), '/asked')?.failure).toEqual({ code: expected, values: { path: '/asked' } });
  expect(toHostError(errno(code, '/inner'))?.failure.values).toEqual({ path: '/inner' });
});

test('a failure that is data already stays as it is', () => {
  const error = new HostError('conflict', { path: 'a' });
  expect(toHostError(error, 'b')).toBe(error);
});

test.each([new Error('bug'), errno('EIO'), new TypeError('x'), 'text', null, undefined])('%s is a bug', (thrown) => {
  expect(toHostError(thrown)).toBeUndefined();
});

test('errno of things that are no errors', () => {
  expect(errnoOf({ code: 'ENOENT' })).toBeUndefined();
  expect(errnoOf(Object.assign(new Error('x'), { code: 7 }))).toBeUndefined();
});

test('bugs pass through unchanged', async () => {
  const bug = new TypeError('bug');
  await expect(concerning('/a', () => Promise.reject(bug))).rejects.toBe(bug);
});

test('what is not there for writing is the folder', async () => {
  const failing = (error: Error) => concerningWrite('/out/a.yaml', () => Promise.reject(error));
  await expect(failing(errno('ENOENT', '/out/.a.yaml.tmp'))).rejects.toMatchObject({
    failure: { code: 'folder-not-found', values: { path: '/out/a.yaml', folder: '/out' } },
  });
  await expect(failing(errno('EACCES'))).rejects.toMatchObject({
    failure: { code: 'permission-denied', values: { path: '/out/a.yaml' } },
  });
  const bug = new TypeError('bug');
  await expect(failing(bug)).rejects.toBe(bug);
});
