import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constantText,
  formatConstant,
  readConstant,
  readJson,
} from '../../../../renderer/parts/value-editors/constant-text.ts';
import { parameterTypeOfValue } from '../../../../src/analysis/parameter-type-of-value.ts';
import type { ParameterType } from '../../../../src/model/port-type.ts';
import { pythonFloat } from '../../../../src/yaml/yaml-tree.ts';
import { arbitraryConstant } from '../../../helpers/arbitrary-values.ts';

describe('readConstant', () => {
  const good: readonly (readonly [ParameterType, string, unknown])[] = [
    ['STRING', '', ''],
    ['STRING', ' a\n b ', ' a\n b '],
    ['NUMBER_INTEGER', ' 12 ', 12],
    ['NUMBER_INTEGER', '-0', 0],
    ['NUMBER_INTEGER', '+7', 7],
    ['NUMBER_DOUBLE', '.5', 0.5],
    ['NUMBER_DOUBLE', '5', 5],
    ['NUMBER_DOUBLE', '5.0', pythonFloat(5)],
    ['NUMBER_DOUBLE', '1e-3', 0.001],
    ['NUMBER_DOUBLE', '1e3', pythonFloat(1000)],
    ['BOOLEAN', 'True', true],
    ['BOOLEAN', 'false', false],
    ['LIST', '[1, 2.0, "a"]', [1, pythonFloat(2), 'a']],
    ['STRUCT', '{"a": {"b": [1.5]}}', { a: { b: [1.5] } }],
  ];
  it.each(good)('%s takes %j', (type, text, value) => {
    expect(readConstant(text, type)).toEqual({ ok: true, value });
  });

  const bad: readonly (readonly [ParameterType, string, string])[] = [
    ['NUMBER_INTEGER', '', 'not-integer'],
    ['NUMBER_INTEGER', '1.5', 'not-integer'],
    ['NUMBER_INTEGER', '12x', 'not-integer'],
    ['NUMBER_INTEGER', '9007199254740993', 'integer-too-large'],
    ['NUMBER_DOUBLE', '1,5', 'not-number'],
    ['NUMBER_DOUBLE', 'nan', 'not-number'],
    ['NUMBER_DOUBLE', '1e999', 'not-finite'],
    ['BOOLEAN', 'yes', 'not-boolean'],
    ['LIST', '{}', 'not-list'],
    ['LIST', '[1,', 'not-json'],
    ['STRUCT', '[]', 'not-map'],
    ['STRUCT', '5.0', 'not-map'],
    ['STRUCT', 'null', 'not-map'],
  ];
  it.each(bad)('%s refuses %j as %s', (type, text, problem) => {
    expect(readConstant(text, type)).toMatchObject({ ok: false, problem });
  });
});

describe('constantText', () => {
  it('is read back as the very same value', () => {
    fc.assert(
      fc.property(arbitraryConstant, (value) => {
        fc.pre(value !== null);
        const type = parameterTypeOfValue(value);
        expect(readConstant(constantText(value, type), type)).toEqual({ ok: true, value });
      }),
    );
  });

  it('shows floats with their point, also inside', () => {
    expect(constantText({ ...pythonFloat(5) }, 'NUMBER_DOUBLE')).toBe('5.0');
    expect(formatConstant({ a: [{ ...pythonFloat(1) }, 1] })).toBe('{"a": [1.0, 1]}');
  });

  it('indents collections', () => {
    expect(formatConstant({ a: [1], b: {} }, 2)).toBe('{\n  "a": [\n    1\n  ],\n  "b": {}\n}');
  });
});

describe('readJson', () => {
  it('says what the parser says', () => {
    const read = readJson('{');
    expect(read.ok).toBe(false);
    expect(!read.ok && (read.detail ?? '').length > 0).toBe(true);
  });
});
