import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOfTemplate } from '../../../../renderer/panels/inspector/references/template-parts.ts';
import {
  joinParts,
  PLACEHOLDER,
  sameParts,
  splitParts,
  type TextPart,
} from '../../../../renderer/panels/inspector/references/text-parts.ts';
import { input, output } from '../../../helpers/small-document.ts';

const part: fc.Arbitrary<TextPart> = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom(input('a'), input('b'), output('t1', 'out')),
);

/** As an editor writes them: no two texts beside each other. */
const parts = fc
  .array(part)
  .map((list) => list.filter((item, index) => typeof item !== 'string' || typeof list[index - 1] !== 'string'));

describe('text with references', () => {
  it('comes back from the text of the editor', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const { text, references } = joinParts(list);
        expect(splitParts(text, references)).toEqual(list);
      }),
    );
  });

  it('has one character for each reference', () => {
    expect(joinParts(['a', input('b'), input('c')]).text).toBe(`a${PLACEHOLDER}${PLACEHOLDER}`);
  });

  it('drops placeholders that stand for nothing', () => {
    expect(splitParts(`a${PLACEHOLDER}b`, [])).toEqual(['a', 'b']);
    expect(joinParts([`a${PLACEHOLDER}`])).toEqual({ text: 'a', references: [] });
  });

  it('is compared by what it says', () => {
    expect(sameParts(['a', input('b')], ['a', input('b')])).toBe(true);
    expect(sameParts(['a', input('b')], ['a', input('c')])).toBe(false);
  });
});

describe('partsOfTemplate', () => {
  it('is JSON with references in their places', () => {
    const template = {
      kind: 'map',
      entries: [
        ['n', { kind: 'constant', value: 1 }],
        ['t', { kind: 'text', parts: ['say "', input('word'), '"'] }],
        [
          'l',
          {
            kind: 'list',
            items: [
              { kind: 'constant', value: true },
              { kind: 'constant', value: 'x' },
            ],
          },
        ],
      ],
    } as const;
    expect(partsOfTemplate(template)).toEqual(['{"n": 1, "t": "say \\"', input('word'), '\\"", "l": [true, "x"]}']);
  });
});
