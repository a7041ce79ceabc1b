import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/analysis/rule-table/rule-table.ts';
import { rulesPage } from '../../tools/rules/rules-page.ts';
import { readText } from '../repository/source-files.ts';

describe('the page of rules', () => {
  it('is the one the code has (node tools/rules.ts)', () => {
    expect(readText('docs/rules.md')).toBe(rulesPage());
  });

  it('has every rule', () => {
    const page = readText('docs/rules.md');
    expect(Object.keys(RULES).filter((code) => !page.includes(`#### \`${code}\``))).toEqual([]);
  });
});
