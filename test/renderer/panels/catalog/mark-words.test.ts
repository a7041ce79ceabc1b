import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords } from '../../../../renderer/panels/catalog/mark-words.ts';

describe('markWords', () => {
  it('marks every place, whatever the case', () => {
    expect(markWords('Train decision Tree', ['tr'])).toEqual([
      { text: 'Tr', isFound: true },
      { text: 'ain decision ', isFound: false },
      { text: 'Tr', isFound: true },
      { text: 'ee', isFound: false },
    ]);
  });

  it('loses nothing of any text, for any words', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ maxLength: 4 })), (text, words) => {
        const pieces = markWords(text, words);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});
