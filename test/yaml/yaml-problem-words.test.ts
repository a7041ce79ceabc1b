import { describe, expect, test } from 'vitest';
import { describeYamlProblem, YAML_PROBLEM_WORDS } from '../../src/yaml/yaml-problem-words.ts';

describe('words of YAML problems', () => {
  test('both languages have every code, with the detail in the same sentences', () => {
    const { en, fr } = YAML_PROBLEM_WORDS;
    expect(Object.keys(fr)).toEqual(Object.keys(en));
    const withDetail = (words: object) => Object.entries(words).filter(([, text]) => text.includes('{detail}'));
    expect(withDetail(fr).map(([code]) => code)).toEqual(withDetail(en).map(([code]) => code));
  });

  test('the detail is put in as it is', () => {
    expect(describeYamlProblem({ code: 'bad-value', detail: '$& $1' }, 'en')).toBe(
      'The value $& $1 is not allowed here.',
    );
    expect(describeYamlProblem({ code: 'unknown-alias', detail: 'x' }, 'fr')).toBe(
      'L’alias *x n’est précédé d’aucune ancre.',
    );
  });
});
