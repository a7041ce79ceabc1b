import { describe, expect, it } from 'vitest';
import { type Code, call, flatText, labelled, layOut, plain } from '../../../src/compile/python/code.ts';
import { createNames, snakeCase } from '../../../src/compile/python/identifiers.ts';
import { literal } from '../../../src/compile/python/literals.ts';
import { pythonEnglish } from '../../../src/words/python.en.ts';
import { pythonFrench } from '../../../src/words/python.fr.ts';
import { pythonFloat } from '../../../src/yaml/yaml-tree.ts';

const long = (letter: string): Code => `"${letter.repeat(30)}"`;

describe('literals', () => {
  it.each([
    ['a', '"a"'],
    ['it\'s "so" "so"', '\'it\\\'s "so" "so"\''],
    ['line\nline\t\\', '"line\\nline\\t\\\\"'],
    ['\u00a0\u2028', '"\\xa0\\u2028"'],
    [true, 'True'],
    [null, 'None'],
    [pythonFloat(3), '3.0'],
    [1e21, '1000000000000000000000'],
    [{ a: [1, 'b'] }, '{"a": [1, "b"]}'],
  ])('%j is written as %s', (value, expected) => {
    expect(flatText(literal(value))).toBe(expected);
  });
});

describe('layout', () => {
  it('keeps a call on one line where it fits', () => {
    expect(layOut(call('f', [labelled('a=', '1')]), 0)).toBe('f(a=1)');
  });

  it('puts arguments on a line of their own, then each on its own', () => {
    const two = call('function_name', [plain(long('a')), plain(long('b'))]);
    const [outer, inner] = [' '.repeat(12), ' '.repeat(16)];
    expect(layOut(two, 12)).toBe(`function_name(\n${inner}${long('a')}, ${long('b')}\n${outer})`);
    const three = call(
      'f',
      ['a', 'b', 'c'].map((letter) => plain(long(letter))),
    );
    expect(layOut(three, 0)).toBe(`f(\n    ${long('a')},\n    ${long('b')},\n    ${long('c')},\n)`);
  });
});

describe('names', () => {
  it('avoid words of the language and what is taken', () => {
    const names = createNames(['dsl']);
    expect([names.take('class'), names.take('dsl'), names.take('train'), names.take('train')]).toEqual([
      'class_2',
      'dsl_2',
      'train',
      'train_2',
    ]);
  });

  it('are made of any text', () => {
    expect(['Read Data', '9 lives', '日本'].map(snakeCase)).toEqual(['read_data', 'n9_lives', 'item']);
  });
});

it('says everything in both languages', () => {
  expect(Object.keys(pythonFrench).sort()).toEqual(Object.keys(pythonEnglish).sort());
});
