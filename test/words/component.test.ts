import { describe, expect, it } from 'vitest';
import { COMPONENT_PROBLEM_CODES } from '../../src/catalog/problem-codes.ts';
import { COMPONENT_EN } from '../../src/words/component.en.ts';
import { COMPONENT_FR } from '../../src/words/component.fr.ts';
import { YAML_PROBLEM_WORDS } from '../../src/yaml/yaml-problem-words.ts';

describe('words about components', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(COMPONENT_FR).sort()).toEqual(Object.keys(COMPONENT_EN).sort());
  });

  it.each(COMPONENT_PROBLEM_CODES)('has a sentence for %s, with the same places in both languages', (code) => {
    const english = COMPONENT_EN[`component.${code}`] ?? '';
    const french = COMPONENT_FR[`component.${code}`] ?? '';
    expect(english).toMatch(/\.$/);
    expect(french).toMatch(/\.$/);
    const places = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g))].sort();
    expect(places(french)).toEqual(places(english));
  });

  it('has the sentences of the YAML reader', () => {
    for (const code of Object.keys(YAML_PROBLEM_WORDS.en)) {
      expect(COMPONENT_EN[`component.yaml-${code}`]).toBe(YAML_PROBLEM_WORDS.en[code as 'syntax']);
      expect(COMPONENT_FR[`component.yaml-${code}`]).toBe(YAML_PROBLEM_WORDS.fr[code as 'syntax']);
    }
  });
});
