import { describe, expect, test } from 'vitest';
import { readForeignYaml, readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import type { YamlNote, YamlProblem } from '../../src/yaml/yaml-problem.ts';
import { pythonFloat } from '../../src/yaml/yaml-tree.ts';

function read(text: string): readonly unknown[] {
  const result = readForeignYaml(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.documents;
}

function notesOf(text: string): readonly YamlNote[] {
  const result = readForeignYaml(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.notes;
}

function problemOf(text: string, limits = {}): YamlProblem | undefined {
  const result = readForeignYaml(text, limits);
  return result.ok ? undefined : result.error;
}

describe('plain scalars of YAML 1.1', () => {
  test.each<[string, unknown]>([
    ['yes', true],
    ['Off', false],
    ['y', 'y'],
    ['yEs', 'yEs'],
    ['017', 15],
    ['0o17', '0o17'],
    ['089', '089'],
    ['0x1F', 31],
    ['-0b101', -5],
    ['1_000', 1000],
    ['12:30', 750],
    ['-1:30:00', -5400],
    ['1:60', '1:60'],
    ['1:30.5', 90.5],
    ['5.0', 5],
    ['1e5', '1e5'],
    ['1.0e5', '1.0e5'],
    ['1.0e+5', 100000],
    ['.5', 0.5],
    ['+.5', '+.5'],
    ['-.inf', Number.NEGATIVE_INFINITY],
    ['.NaN', Number.NaN],
    ['~', null],
    ['', null],
    ['NULL', null],
    ['2024-02-29', '2024-02-29'],
    ['v1.0', 'v1.0'],
    ['!!str 5', '5'],
    ['!!int "0x10"', 16],
    ['!!float 5', 5],
    ['!!bool "Yes"', true],
    ['!!null x', null],
    ['! "5"', 5],
    ['"5"', '5'],
    ["'yes'", 'yes'],
    ['|\n  5\n', '5\n'],
  ])('%s', (text, value) => {
    expect(read(`key: ${text}\n`)).toEqual([{ key: value }]);
  });

  test('floats stay apart from ints where asked', () => {
    const result = readForeignYamlExactly('[5, 5.0, 1.5, "5.0"]');
    expect(result.ok && result.value.documents).toEqual([[5, pythonFloat(5), pythonFloat(1.5), '5.0']]);
  });

  test('-0 is 0 as an int and -0.0 as a float', () => {
    expect(Object.is((read('[-0]')[0] as number[])[0], 0)).toBe(true);
    expect(Object.is((read('[-0.0]')[0] as number[])[0], -0)).toBe(true);
  });
});

describe('maps', () => {
  test('the later of two equal keys wins in the place of the earlier, with a note', () => {
    const text = 'a: 1\nb: 2\na: 3\n';
    expect(read(text)).toEqual([{ a: 3, b: 2 }]);
    expect(Object.keys(read(text)[0] as object)).toEqual(['a', 'b']);
    expect(notesOf(text)).toEqual([{ code: 'duplicate-key', line: 3, column: 1, detail: 'a' }]);
  });

  test('keys equal in Python are one key', () => {
    expect(read('1: a\n1.0: b\ntrue: c\n')).toEqual([{ '1': 'c' }]);
    expect(notesOf('1: a\ntrue: c\n').map((note) => note.code)).toEqual([
      'non-string-key',
      'non-string-key',
      'duplicate-key',
    ]);
  });

  test('a number and its text are two keys for Python but one name here, so that is noted', () => {
    expect(notesOf('1: a\n"1": b\n').map((note) => note.code)).toContain('duplicate-key');
  });

  test('a key YAML does not read as text is named as it is written', () => {
    expect(read('on: push\nnull: x\n')).toEqual([{ on: 'push', null: 'x' }]);
    expect(notesOf('on: push\n')).toEqual([{ code: 'non-string-key', line: 1, column: 1, detail: 'on' }]);
  });

  test('__proto__ is a key like any other', () => {
    const [tree] = read('__proto__: {polluted: true}\n');
    expect(Object.keys(tree as object)).toEqual(['__proto__']);
    expect((tree as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('merge keys bring entries that are not there, earlier maps first', () => {
    const text = 'a: &a {x: 1, y: 2}\nb: &b {x: 3, z: 4}\nc: {<<: [*a, *b], y: 5}\nd:\n  <<: *b\n  <<: {z: 6}\n';
    expect(read(text)[0]).toMatchObject({ c: { x: 1, y: 5, z: 4 }, d: { x: 3, z: 6 } });
    expect(notesOf(text)).toEqual([]);
  });

  test('= is a key, and << in quotes is one too', () => {
    expect(read('=: 1\n"<<": 2\n')).toEqual([{ '=': 1, '<<': 2 }]);
  });
});

describe('documents', () => {
  test('none, one, several, empty ones', () => {
    expect(read('')).toEqual([]);
    expect(read('# nothing\n')).toEqual([]);
    expect(read('a: 1\n---\nb: 2\n---\n')).toEqual([{ a: 1 }, { b: 2 }, null]);
  });

  test('tell the line each begins on', () => {
    const result = readForeignYaml('# head\na: 1\n---\n# more\n\nb: 2\n');
    expect(result.ok && result.value.documentLines).toEqual([2, 6]);
  });

  test('a byte order mark and CRLF do not matter', () => {
    expect(read('\ufeffa: 1\r\nb: |\r\n  x\r\n')).toEqual([{ a: 1, b: 'x\n' }]);
  });

  test('aliases are the same value', () => {
    expect(read('a: &x [1, {b: 2}]\nc: *x\n')).toEqual([{ a: [1, { b: 2 }], c: [1, { b: 2 }] }]);
  });

  test('continuation lines may stand at any indentation', () => {
    const text = 'a:\n  - "one\\\n  \\ two\n  three"\n  - [1,\n  2, {x:\n  y}\n  ]\n  - \'it\n\n  is\'\nb: 1\n';
    expect(read(text)).toEqual([{ a: ['one two three', [1, 2, { x: 'y' }], 'it\nis'], b: 1 }]);
  });

  test('places are those of the text before its shallow lines were indented', () => {
    expect(problemOf('a:\n  - "one\n  two"\n  - [1,\n  *x]\n')).toEqual({
      code: 'unknown-alias',
      line: 5,
      column: 4,
      detail: 'x',
    });
  });
});

describe('problems', () => {
  test.each<[string, string, Partial<YamlProblem>]>([
    ['bad syntax', 'a: [1\nb: }\n', { code: 'syntax', line: 2 }],
    ['a stray colon', 'a: b: c\n', { code: 'syntax', line: 1 }],
    ['a tab', 'a:\n\tb: 1\n', { line: 2, column: 1 }],
    ['a tab between tokens', 'a:\tb\n', { code: 'tab', line: 1, column: 3 }],
    ['a binary file', 'PK\u0003\u0004', { code: 'unprintable-character', line: 1, column: 3, detail: 'U+0003' }],
    ['a lone surrogate', 'a\n\ud800', { code: 'unprintable-character', line: 2, column: 1, detail: 'U+D800' }],
    ['a ? inside plain text between brackets', '- {type: String?}\n', { code: 'bad-value', line: 1, column: 10 }],
    ['an anchor of other characters', 'a: &x! 1\n', { code: 'bad-value', detail: '&x!' }],
    ['an unknown alias', 'a: *b\n', { code: 'unknown-alias', line: 1, column: 5, detail: 'b' }],
    ['an anchor twice', 'a: &x 1\nb: &x 2\n', { code: 'duplicate-anchor', line: 2, detail: 'x' }],
    ['a value in itself', 'a: &x [*x]\n', { code: 'recursive-alias', detail: 'x' }],
    ['an unknown tag', 'a: !local 1\n', { code: 'unknown-tag', detail: '!local' }],
    ['a tag of Python', 'a: !!python/object:os.system {}\n', { code: 'unknown-tag' }],
    ['binary data', 'a: !!binary aGk=\n', { code: 'unsupported-tag', detail: '!!binary' }],
    ['a set', 'a: !!set {x}\n', { code: 'unsupported-tag' }],
    ['a tag that does not fit', 'a: !!int x\n', { code: 'bad-value', detail: 'x' }],
    ['a scalar tag on a list', 'a: !!str [x]\n', { code: 'bad-value' }],
    ['no such day', 'a: 2023-02-29\n', { code: 'bad-value', detail: '2023-02-29' }],
    ['no digits', 'a: 0x_\n', { code: 'bad-value', detail: '0x_' }],
    ['= as a value', 'a: =\n', { code: 'bad-value', detail: '=' }],
    ['a list as a key', '[a]: 1\n', { code: 'unhashable-key', line: 1 }],
    ['a merge of text', 'a: {<<: x}\n', { code: 'bad-merge' }],
    ['a merge of a list of text', 'a: {<<: [x]}\n', { code: 'bad-merge' }],
  ])('%s', (_, text, expected) => {
    expect(problemOf(text)).toMatchObject(expected);
  });

  test('a text beyond the limit is not looked at', () => {
    expect(problemOf('a: 1', { maxCharacters: 3 })).toMatchObject({ code: 'too-long', detail: '3' });
  });

  test('nesting beyond the limit', () => {
    expect(problemOf('['.repeat(300) + ']'.repeat(300))).toMatchObject({ code: 'syntax' });
    expect(problemOf('['.repeat(150) + ']'.repeat(150))).toBeUndefined();
  });
});

describe('bombs', () => {
  test('aliases of aliases', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1) {
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    }
    expect(problemOf(lines.join('\n'))).toMatchObject({ code: 'too-many-nodes', detail: '1000000' });
  });

  test('merges of merges', () => {
    const lines = ['a0: &a0 {k: 1}'];
    for (let level = 1; level < 30; level += 1)
      lines.push(`a${level}: &a${level} {<<: [*a${level - 1}, *a${level - 1}]}`);
    expect(problemOf(lines.join('\n'), { maxNodes: 10_000 })).toMatchObject({ code: 'too-many-nodes' });
  });

  test('many plain nodes', () => {
    expect(problemOf('- 1\n'.repeat(100), { maxNodes: 50 })).toMatchObject({ code: 'too-many-nodes', line: 50 });
    expect(problemOf('- 1\n'.repeat(100), { maxNodes: 101 })).toBeUndefined();
  });

  test('long quoted text of shallow lines is no bomb', () => {
    const body = Array.from({ length: 20_000 }, (_, index) => `it''s "${index}"`).join('\n');
    const text = `a:\n  - '${body}'\n  - "${body.replaceAll('"', '\\"')}"\n  - {x: '1\n2', y: "3\n4"}\n`;
    const [tree] = read(text) as { a: [string, string, object] }[];
    expect(tree?.a[0].split(' ').slice(-2)).toEqual(["it's", '"19999"']);
    expect(tree?.a[1].split(' ').slice(-2)).toEqual(["it''s", '"19999"']);
    expect(tree?.a[2]).toEqual({ x: '1 2', y: '3 4' });
  });

  test('a flood of shallow lines between brackets ends within a limit of work', () => {
    expect(problemOf(`a:\n  - [${'x,\n'.repeat(20_000)}]\n`)).toMatchObject({ code: 'syntax' });
  });
});
