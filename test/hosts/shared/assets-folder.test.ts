import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assetsFolderOf } from '../../../main/hosts/shared/assets-folder.ts';

it.each([
  ['a clone', join('/', 'pipewright'), join('/', 'pipewright', 'assets')],
  [
    'a packaged app',
    join('/', 'opt', 'resources', 'app.asar'),
    join('/', 'opt', 'resources', 'app.asar.unpacked', 'assets'),
  ],
])('the assets of %s lie where programs can read them', (_name, root, folder) => {
  expect(assetsFolderOf(root)).toBe(folder);
});
