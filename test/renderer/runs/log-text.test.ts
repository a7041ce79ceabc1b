import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnsi, stripAnsi } from '../../../renderer/panels/logs/log/ansi.ts';
import { isValidQuery, markMatches, stepMatch } from '../../../renderer/panels/logs/log/log-search.ts';

const ESC = '\u001b';

describe('terminal codes', () => {
  it.each([
    ['plain', [{ text: 'plain', at: 0 }]],
    [
      `${ESC}[31mred${ESC}[0m plain`,
      [
        { text: 'red', at: 5, colour: 'red' },
        { text: ' plain', at: 12 },
      ],
    ],
    [
      `${ESC}[1;92mok${ESC}[39m!`,
      [
        { text: 'ok', at: 7, colour: 'green', bold: true },
        { text: '!', at: 14, bold: true },
      ],
    ],
    [
      `${ESC}[38;5;196mx${ESC}[48;2;1;2;3my`,
      [
        { text: 'x', at: 11 },
        { text: 'y', at: 25 },
      ],
    ],
    [`${ESC}[2K${ESC}[1Adone`, [{ text: 'done', at: 8 }]],
    [`${ESC}]0;title\u0007text`, [{ text: 'text', at: 10 }]],
    [
      `${ESC}[2mdim${ESC}[22m${ESC}[mplain`,
      [
        { text: 'dim', at: 4, dim: true },
        { text: 'plain', at: 15 },
      ],
    ],
    ['', []],
  ])('reads %j', (line, expected) => {
    expect(readAnsi(line)).toEqual(expected);
  });

  it('keeps every other character', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const joined = readAnsi(text)
          .map((part) => part.text)
          .join('');
        expect(joined).toBe(stripAnsi(text));
        if (!text.includes(ESC)) expect(joined).toBe(text);
      }),
    );
  });
});

describe('searching', () => {
  it.each([
    ['loss', false, true],
    ['', false, false],
    ['(', false, true],
    ['(', true, false],
    ['lo+ss', true, true],
    ['', true, false],
  ])('takes %j (expression: %s) as valid: %s', (text, regularExpression, valid) => {
    expect(isValidQuery({ text, regularExpression })).toBe(valid);
  });

  it('marks every place, ignoring case, and loses no character', () => {
    expect(markMatches('Error: error', { text: 'ERROR', regularExpression: false })).toEqual([
      { text: 'Error', at: 0, marked: true },
      { text: ': ', at: 5, marked: false },
      { text: 'error', at: 7, marked: true },
    ]);
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, wanted) => {
        const parts = markMatches(text, { text: wanted, regularExpression: false });
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });

  it('goes round the ends', () => {
    expect([stepMatch(3, -1, 1), stepMatch(3, 2, 1), stepMatch(3, 0, -1), stepMatch(3, -1, -1)]).toEqual([0, 0, 2, 2]);
    expect(stepMatch(0, -1, 1)).toBe(-1);
  });
});
