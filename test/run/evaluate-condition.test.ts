import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCondition } from '../../src/run/schedule/evaluate-condition.ts';

const VALUES = { n: 3, f: 2.5, t: 'heads', b: true, list: [1], quote: "it's", big: 1e20 };
const p = (name: string): string => `inputs.parameter_values['${name}']`;

describe('condition', () => {
  it.each([
    [`int(${p('n')}) > 2`, true],
    [`int(${p('n')}) <= 2`, false],
    [`double(int(${p('n')})) >= 2.5`, true],
    [`${p('t')} == 'heads'`, true],
    [`${p('t')} != "heads"`, false],
    [`${p('b')} == true`, true],
    [`!(${p('t')} == 'tails') && int(${p('n')}) == 3`, true],
    [`!(${p('t')} == 'heads') || false`, false],
    [`!!${p('b')}`, true],
    [`(true || false) && (false || true)`, true],
    [`${p('quote')} == 'it\\'s'`, true],
    [`${p('big')} == 1e+20`, true],
    [`'a\\n\\x41\\u0042' == "a\\nAB"`, true],
    [`string(int(${p('n')})) == '3'`, true],
    [`bool('true')`, true],
    // CEL: values of different types are not equal.
    [`${p('n')} == '3'`, false],
    [`${p('n')} != '3'`, true],
    // CEL: what decides, decides, whatever the other side is.
    [`false && ${p('gone')} == 'x'`, false],
    [`${p('gone')} == 'x' && false`, false],
    [`${p('gone')} == 'x' || true`, true],
  ])('%s', (text, expected) => {
    expect(evaluateCondition(text, VALUES)).toEqual({ ok: true, value: expected });
  });

  it.each([
    `${p('gone')} == 'x'`,
    `${p('list')} == 'x'`,
    `${p('t')} > 3`,
    `int('') == 0`,
    `int('x') == 0`,
    `int(true) == 1`,
    `'heads'`,
    `${p('n')} ==`,
    `true true`,
    `(true`,
    `process.exit()`,
    `'inputs.parameter_values['n']' == '3'`,
    '',
    '('.repeat(5000),
  ])('cannot be read or evaluated: %s', (text) => {
    expect(evaluateCondition(text, VALUES).ok).toBe(false);
  });

  it('never throws, whatever the text', () => {
    const word = fc.constantFrom(
      'true',
      'false',
      '(',
      ')',
      '!',
      '&&',
      '||',
      '==',
      '<',
      "'a'",
      '1',
      'int(',
      p('n'),
      p('x'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          expect(typeof evaluateCondition(text, VALUES).ok).toBe('boolean');
        },
      ),
    );
  });

  it('agrees with JavaScript on booleans', () => {
    const expression = fc.letrec<{ any: { text: string; value: boolean } }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 5 },
        fc.boolean().map((value) => ({ text: String(value), value })),
        tie('any').map(({ text, value }) => ({ text: `!(${text})`, value: !value })),
        fc
          .tuple(tie('any'), tie('any'))
          .map(([a, b]) => ({ text: `(${a.text}) && (${b.text})`, value: a.value && b.value })),
        fc
          .tuple(tie('any'), tie('any'))
          .map(([a, b]) => ({ text: `(${a.text}) || (${b.text})`, value: a.value || b.value })),
      ),
    })).any;
    fc.assert(
      fc.property(expression, ({ text, value }) => {
        expect(evaluateCondition(text, {})).toEqual({ ok: true, value });
      }),
    );
  });
});
