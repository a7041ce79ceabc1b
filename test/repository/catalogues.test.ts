import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readText, root } from './source-files.ts';

function listKeys(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [prefix];
  return Object.entries(value).flatMap(([key, inner]) => listKeys(inner, prefix === '' ? key : `${prefix}.${key}`));
}

test('keys are listed with their whole path', () => {
  expect(listKeys({ menu: { file: 'File', open: { title: 'Open' } } })).toEqual(['menu.file', 'menu.open.title']);
});

test('the English and the French catalogue have the same keys', ({ skip }) => {
  if (!existsSync(join(root, 'renderer/i18n/en.json'))) skip('renderer/i18n has no catalogue');
  const [english = [], french = []] = ['en', 'fr'].map((language) =>
    listKeys(JSON.parse(readText(`renderer/i18n/${language}.json`))).sort(),
  );
  expect(french).toEqual(english);
});
