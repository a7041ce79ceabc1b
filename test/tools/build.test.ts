import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareVersions } from '../../bin/node-version.mjs';
import { packageFolderOf } from '../../tools/build/collect-packages.ts';
import { gzippedSize, listFirstPaintFiles } from '../../tools/build/sizes.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipewright-page-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the files of the first paint are those that the page names', () => {
  const html =
    '<link rel="modulepreload" href="./assets/b.js"><script src="./assets/a.js"></script><link href="./assets/a.css">';
  writeFileSync(join(folder, 'index.html'), html);
  expect(listFirstPaintFiles(folder)).toEqual(['b.js', 'a.js', 'a.css'].map((name) => join(folder, 'assets', name)));
});

test('sizes are of each file compressed alone', () => {
  writeFileSync(join(folder, 'a.js'), 'a'.repeat(10_000));
  writeFileSync(join(folder, 'b.js'), 'a'.repeat(10_000));
  const one = gzippedSize([join(folder, 'a.js')]);
  expect(one).toBeLessThan(100);
  expect(gzippedSize([join(folder, 'a.js'), join(folder, 'b.js')])).toBe(2 * one);
});

test.each([
  ['/clone/node_modules/react/index.js', '/clone/node_modules/react'],
  ['\0/clone/node_modules/react/index.js?commonjs', '/clone/node_modules/react'],
  ['/clone/node_modules/@mantine/core/esm/a.mjs', '/clone/node_modules/@mantine/core'],
  ['/clone/node_modules/a/node_modules/b/index.js', '/clone/node_modules/a/node_modules/b'],
  ['/clone/src/model/a.ts', undefined],
])('%j lies in the package %s', (id, expected) => {
  expect(packageFolderOf(id)).toBe(expected);
});

test.each([
  ['20.20.2', '22.22.2', -1],
  ['22.22.2', '22.22.2', 0],
  ['26.10.0', '26.9.0', 1],
  ['100.0.0', '26.0.0', 1],
])('Node %s beside %s: %s', (left, right, sign) => {
  expect(Math.sign(compareVersions(left, right))).toBe(sign);
});
