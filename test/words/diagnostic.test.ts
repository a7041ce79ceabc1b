import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/analysis/check-document.ts';
import { diagnosticEnglish } from '../../src/words/diagnostic.en.ts';
import { diagnosticFrench } from '../../src/words/diagnostic.fr.ts';
import { importEnglish } from '../../src/words/import.en.ts';
import { importFrench } from '../../src/words/import.fr.ts';
import type { SentenceValues } from '../../src/words/sentence.ts';
import { diagnosticSentence, SENTENCES, sentence } from '../../src/words/sentences.ts';
import { arbitraryDocument } from '../helpers/arbitrary-document.ts';

const SOURCE = join(import.meta.dirname, '..', '..', 'src');

describe('sentences of diagnostics', () => {
  it('exist in both languages', () => {
    expect(Object.keys(diagnosticFrench).sort()).toEqual(Object.keys(diagnosticEnglish).sort());
    expect(Object.keys(importFrench).sort()).toEqual(Object.keys(importEnglish).sort());
  });

  it('have the same places in both languages', () => {
    const placesOf = (text: string | undefined): readonly string[] =>
      [...(text ?? '').matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, text] of Object.entries({ ...diagnosticEnglish, ...importEnglish })) {
      expect(placesOf(SENTENCES.fr[key]), key).toEqual(placesOf(text));
    }
  });

  it('exist for whatever is found, with a value for every place', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        for (const { code, values, fixes } of checkDocument(document).diagnostics) {
          const reason = typeof values.problem === 'string' ? { reason: '' } : {};
          expect(emptyPlaces(`diagnostic.${code}`, { ...values, ...reason }), code).toEqual([]);
          for (const fix of fixes) expect(emptyPlaces(`fix.${fix.change.kind}`, fix.values)).toEqual([]);
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('exist for every mend', () => {
    const text = readFileSync(join(SOURCE, 'analysis', 'diagnostic.ts'), 'utf8');
    const kinds = [...text.matchAll(/readonly kind: '([a-z-]+)'/g)].map((match) => `fix.${match[1]}`);
    expect(kinds.length).toBeGreaterThan(10);
    expect(kinds.filter((key) => !Object.hasOwn(diagnosticEnglish, key))).toEqual([]);
  });

  it('say nothing but the key for what they do not know', () => {
    expect(sentence('en', 'diagnostic.nothing-like-it')).toBe('diagnostic.nothing-like-it');
  });

  it('put the sentence of a component’s problem into their own', () => {
    const values = { component: 'Train', problem: 'ir-no-name' };
    expect(diagnosticSentence('en', { code: 'component-problem', values })).toContain(
      sentence('en', 'component.ir-no-name'),
    );
  });
});

/** The places of a sentence that the values leave empty, in both languages; the key where there is no sentence. */
function emptyPlaces(key: string, values: SentenceValues): readonly string[] {
  return (['en', 'fr'] as const).flatMap((language) => {
    const text = SENTENCES[language][key];
    if (text === undefined) return [key];
    return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').filter((name) => values[name] === undefined);
  });
}
