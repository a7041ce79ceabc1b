import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editEnglish } from '../../src/words/edit.en.ts';
import { editFrench } from '../../src/words/edit.fr.ts';
import { fileEnglish } from '../../src/words/file.en.ts';
import { fileFrench } from '../../src/words/file.fr.ts';

const SOURCE = new URL('../../src/', import.meta.url);

/** Everything that looks like a code in the sources of a folder. */
function codesIn(folder: string, pattern: RegExp): ReadonlySet<string> {
  const names = readdirSync(new URL(folder, SOURCE), { recursive: true, encoding: 'utf8' });
  const codes = new Set<string>();
  for (const name of names.filter((file) => /\.tsx?$/.test(file))) {
    const text = readFileSync(new URL(`${folder}/${name}`, SOURCE), 'utf8');
    for (const match of text.matchAll(pattern)) codes.add(match[1] ?? '');
  }
  return codes;
}

const places = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).sort();

describe('words of edits and files', () => {
  it.each([
    ['edit', editEnglish, editFrench],
    ['file', fileEnglish, fileFrench],
  ])('%s: English and French have the same keys with the same places', (_, english, french) => {
    expect(Object.keys(french)).toEqual(Object.keys(english));
    for (const [key, sentence] of Object.entries(english))
      expect([key, places(french[key] ?? '')]).toEqual([key, places(sentence)]);
  });

  it('every label of an edit has words, and every word is used', () => {
    const inModel = codesIn('model', /'(edit\.[a-z-]+)'/g);
    const anywhere = new Set([...inModel, ...codesIn('../renderer', /'(edit\.[a-z-]+)'/g)]);
    expect([...inModel].filter((key) => !Object.hasOwn(editEnglish, key))).toEqual([]);
    expect(Object.keys(editEnglish).filter((key) => !anywhere.has(key))).toEqual([]);
  });

  it('every code of a file has words, and every word is used', () => {
    const problem = readFileSync(new URL('file/file-problem.ts', SOURCE), 'utf8');
    const codes = [...problem.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map((match) => `file.${match[1]}`);
    expect([...codes, 'file.newer-version'].sort()).toEqual(Object.keys(fileEnglish).sort());
  });
});
