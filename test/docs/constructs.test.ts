import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/analysis/check-document.ts';
import { constructsPage, readConstructs } from '../../tools/constructs/constructs-page.ts';
import { readText } from '../repository/source-files.ts';

describe('the page of constructs', () => {
  it('is the one the code makes (node tools/constructs.ts)', () => {
    expect(readText('docs/constructs.md')).toBe(constructsPage());
  });

  it.each(readConstructs().map(({ title, document }) => [title, document] as const))('%s: is sound', (_, document) => {
    expect(checkDocument(document).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
