import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argumentWithReferences } from '../../../../renderer/panels/inspector/references/argument-with-references.ts';
import { readTemplate } from '../../../../renderer/panels/inspector/references/read-template.ts';
import { partsOfTemplate } from '../../../../renderer/panels/inspector/references/template-parts.ts';
import {
  joinParts,
  PLACEHOLDER,
  sameParts,
  splitParts,
  type TextPart,
} from '../../../../renderer/panels/inspector/references/text-parts.ts';
import type { TemplateValue } from '../../../../src/model/argument.ts';
import { artifact, INTEGER, input, LIST, output, STRING } from '../../../helpers/small-document.ts';

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

describe('readTemplate', () => {
  const reference = fc.constantFrom(input('a'), output('t1', 'out'));
  const leaf: fc.Arbitrary<TemplateValue> = fc.oneof(
    fc.constantFrom(1, true, null, 'x', 1.5).map((value): TemplateValue => ({ kind: 'constant', value })),
    fc.tuple(fc.string({ minLength: 1 }), reference).map((list): TemplateValue => ({ kind: 'text', parts: list })),
    reference.map((one): TemplateValue => ({ kind: 'text', parts: [one] })),
  );
  const list = fc
    .array(leaf, { minLength: 1 })
    .filter((items) => items.some((item) => item.kind === 'text'))
    .map((items): TemplateValue => ({ kind: 'list', items }));

  it('reads back what partsOfTemplate wrote', () => {
    fc.assert(
      fc.property(list, fc.stringMatching(/^[a-z"\\\\ ]{1,5}$/), (items, key) => {
        const template: TemplateValue = { kind: 'map', entries: [[key, items]] };
        expect(readTemplate(partsOfTemplate(template), 'STRUCT')).toEqual({ ok: true, value: template });
      }),
    );
  });

  it('takes a reference that stands where a text would', () => {
    expect(readTemplate(['[', input('a'), ', "b"]'], 'LIST')).toEqual({
      ok: true,
      value: {
        kind: 'list',
        items: [
          { kind: 'text', parts: [input('a')] },
          { kind: 'constant', value: 'b' },
        ],
      },
    });
  });

  it('is a constant without references', () => {
    expect(readTemplate(['{"a": [1.0]}'], 'STRUCT')).toEqual({
      ok: true,
      value: { kind: 'constant', value: { a: [{ pythonFloat: 1 }] } },
    });
  });

  const bad: readonly (readonly [readonly TextPart[], string])[] = [
    [['[', input('a')], 'not-json'],
    [['{}'], 'not-list'],
    [['[{"', input('a'), '": 1}]'], 'reference-in-key'],
  ];
  it.each(bad)('refuses %j', (list, problem) => {
    expect(readTemplate(list, 'LIST')).toMatchObject({ ok: false, problem });
  });
});

describe('argumentWithReferences', () => {
  it('keeps what is given', () => {
    const text = { kind: 'value', value: 'a' } as const;
    expect(argumentWithReferences(text, STRING)).toEqual({ kind: 'text', parts: ['a'] });
    expect(argumentWithReferences(input('a'), STRING)).toEqual({ kind: 'text', parts: [input('a')] });
    expect(argumentWithReferences(undefined, LIST)).toEqual({
      kind: 'template',
      value: { kind: 'constant', value: [] },
    });
  });

  it('is nothing for numbers, artifacts and what takes references already', () => {
    expect(argumentWithReferences(undefined, INTEGER)).toBeUndefined();
    expect(argumentWithReferences(undefined, artifact('Dataset'))).toBeUndefined();
    expect(argumentWithReferences({ kind: 'text', parts: [] }, STRING)).toBeUndefined();
  });
});
