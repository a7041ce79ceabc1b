import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../../renderer/i18n');
const AREAS = readdirSync(join(FOLDER, 'en'));

type Words = { readonly [key: string]: string | Words };

function read(language: string, area: string): Words {
  return JSON.parse(readFileSync(join(FOLDER, language, area), 'utf8')) as Words;
}

/** Full keys with their sentences. */
function flatten(words: Words, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/** French has a plural form of its own for millions, which English lacks. */
function withoutMany(keys: readonly string[]): string[] {
  return keys.filter((key) => !key.endsWith('_many')).sort();
}

function placesOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

describe.each(AREAS)('%s', (area) => {
  const english = new Map(flatten(read('en', area)));
  const french = new Map(flatten(read('fr', area)));

  it('has the same keys in both languages', () => {
    expect(withoutMany([...french.keys()])).toEqual(withoutMany([...english.keys()]));
  });

  it('has no empty sentence', () => {
    const empty = [...english, ...french].filter(([, sentence]) => sentence.trim() === '');
    expect(empty).toEqual([]);
  });

  it('fills the same places in both languages', () => {
    for (const [key, sentence] of english) {
      if (key.endsWith('_one')) continue;
      expect(placesOf(french.get(key) ?? ''), key).toEqual(placesOf(sentence));
    }
  });

  it('has every plural form that French needs', () => {
    const plural = [...french.keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -6));
    const missing = plural.filter((key) => !french.has(`${key}_one`) || !french.has(`${key}_many`));
    expect(missing).toEqual([]);
  });
});

it('gives every top-level key to one area', () => {
  const keys = AREAS.flatMap((area) => Object.keys(read('en', area)));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
