import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readText } from './source-files.ts';

const configuration = parse(readText('electron-builder.yml'));

test('the fuses close every way of running other code than ours', () => {
  expect(configuration.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('the archive holds what the main process loads, and the assets lie beside it', () => {
  const { main } = JSON.parse(readText('package.json'));
  expect(main).toBe('dist/electron/main.mjs');
  expect(configuration.files).toEqual(expect.arrayContaining(['dist/**', 'assets/**', 'package.json']));
  expect(configuration.asarUnpack).toEqual(['assets/**']);
});

test('pipeline files open in the app', () => {
  expect(configuration.fileAssociations).toEqual([expect.objectContaining({ ext: 'pipeline.yaml', role: 'Editor' })]);
});

test('updates are never fetched unasked', () => {
  expect(configuration.publish).toBeNull();
});
