import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readText, root } from './source-files.ts';

function listKeys(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [prefix];
  return Object.entries(value).flatMap(([key, inner]) => listKeys(inner, prefix === '' ? key : `${prefix}.${key}`));
}

function listCatalogues(language: string): string[] {
  return readdirSync(join(root, 'renderer/i18n', language)).sort();
}

// i18next's suffixes, of which each language needs those of its own plural forms.
const pluralSuffix = /_(zero|one|two|few|many|other)$/;

function withoutPlural(keys: readonly string[]): string[] {
  return [...new Set(keys.map((key) => key.replace(pluralSuffix, '')))].sort();
}

function listPlurals(keys: readonly string[]): Map<string, string[]> {
  const plurals = Map.groupBy(
    keys.filter((key) => pluralSuffix.test(key)),
    (key) => key.replace(pluralSuffix, ''),
  );
  return new Map([...plurals].map(([key, forms]) => [key, forms.map((form) => form.slice(key.length + 1)).sort()]));
}

function readKeys(language: string, catalogue: string): string[] {
  return listKeys(JSON.parse(readText(`renderer/i18n/${language}/${catalogue}`))).sort();
}

test('keys are listed with their whole path', () => {
  expect(listKeys({ menu: { file: 'File', open: { title: 'Open' } } })).toEqual(['menu.file', 'menu.open.title']);
});

test('there are the same catalogues in English and in French', () => {
  expect(listCatalogues('fr')).toEqual(listCatalogues('en'));
  expect(listCatalogues('en')).not.toEqual([]);
});

test.each(listCatalogues('en'))('%s has the same keys in English and in French', (catalogue) => {
  expect(withoutPlural(readKeys('fr', catalogue))).toEqual(withoutPlural(readKeys('en', catalogue)));
});

test.each(['en', 'fr'])('sentences with a number have every plural form of %s', (language) => {
  const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
  const incomplete = listCatalogues(language).flatMap((catalogue) =>
    [...listPlurals(readKeys(language, catalogue))].filter(([, found]) => found.join() !== forms.join()),
  );
  expect(incomplete).toEqual([]);
});
