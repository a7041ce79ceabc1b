import { describe, expect, it } from 'vitest';
import { takeConfusionMatrix } from '../../../renderer/panels/logs/outputs/confusion-matrix.ts';
import { metricRows } from '../../../renderer/panels/logs/outputs/metric-rows.ts';
import { parseTable } from '../../../renderer/panels/logs/outputs/parse-table.ts';
import { lineOf, portRows } from '../../../renderer/panels/logs/outputs/port-rows.ts';
import { prettyJson } from '../../../renderer/panels/logs/outputs/pretty-json.ts';

describe('tables', () => {
  it('reads quotes, line breaks in cells and a byte order mark', () => {
    const table = parseTable('\uFEFFname,note\n"Smith, J","two\nlines"\n', ',', false);
    expect(table.columns.map((column) => column.name)).toEqual(['name', 'note']);
    expect(table.rows).toEqual([['Smith, J', 'two\nlines']]);
  });

  it('tells columns of numbers from columns of text, gaps aside', () => {
    const table = parseTable('id\tmass\tisland\n1\t3.5e3\tBiscoe\n2\tNA\t7\n3\t-4\t\n', '\t', false);
    expect(table.columns.map((column) => column.isNumeric)).toEqual([true, true, false]);
  });

  it('calls a column without values no numbers', () => {
    expect(parseTable('a,b\n,1\n', ',', false).columns.map((column) => column.isNumeric)).toEqual([false, true]);
  });

  it('leaves out the last row of a text that was cut', () => {
    expect(parseTable('a,b\n1,2\n3', ',', true).rows).toEqual([['1', '2']]);
    expect(parseTable('a,b\n1,2\n3', ',', false).rows).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
  });

  it('gives rows of unequal length the same number of cells', () => {
    const table = parseTable('a,b\n1\n1,2,3\n', ',', false);
    expect(table.rows.map((row) => row.length)).toEqual([3, 3]);
    expect(table.columns[2]?.name).toBe('');
  });

  it('says how many columns it does not show', () => {
    const wide = Array.from({ length: 230 }, (_cell, index) => `c${index}`).join(',');
    expect(parseTable(`${wide}\n`, ',', false)).toMatchObject({ hiddenColumns: 30, rows: [] });
  });

  it('has nothing to show of an empty text', () => {
    expect(parseTable('', ',', false)).toEqual({ columns: [], rows: [], hiddenColumns: 0 });
  });
});

describe('metrics', () => {
  it('draws bars for shares alone', () => {
    const rows = metricRows({ accuracy: 0.988372, rows: 86, loss: -0.5, note: 'good', none: null }, 'en');
    expect(rows).toEqual([
      { name: 'accuracy', text: '0.988372', isNumber: true, share: 0.988372 },
      { name: 'rows', text: '86', isNumber: true },
      { name: 'loss', text: '-0.5', isNumber: true },
      { name: 'note', text: 'good', isNumber: false },
      { name: 'none', text: 'null', isNumber: false },
    ]);
  });

  it('opens out maps, keeps lists, and writes numbers in the language', () => {
    const rows = metricRows({ by: { species: { recall: 0.5 } }, curve: [1, 2] }, 'fr');
    expect(rows.map(({ name, text }) => [name, text])).toEqual([
      ['by.species.recall', '0,5'],
      ['curve', '[1,2]'],
    ]);
  });
});

describe('a confusion matrix', () => {
  const annotationSpecs = [{ displayName: 'cat' }, { displayName: 'dog' }];
  const confusionMatrix = { annotationSpecs, rows: [{ row: [9, 1] }, { row: [2, 8] }] };

  it('is taken out of the metrics', () => {
    expect(takeConfusionMatrix({ confusionMatrix, accuracy: 0.85 })).toEqual({
      matrix: {
        categories: ['cat', 'dog'],
        rows: [
          [9, 1],
          [2, 8],
        ],
        largest: 9,
      },
      others: { accuracy: 0.85 },
    });
  });

  it.each([
    [{ annotationSpecs, rows: [{ row: [9, 1] }] }],
    [{ annotationSpecs, rows: [{ row: [9, 1] }, { row: [2, '8'] }] }],
    [{ annotationSpecs: [], rows: [] }],
    ['text'],
    [null],
  ])('of another form stays among them: %j', (other) => {
    const metrics = { confusionMatrix: other };
    expect(takeConfusionMatrix(metrics)).toEqual({ others: metrics });
  });
});

describe('inputs and outputs', () => {
  it('lists parameters before artifacts, types without their namespace', () => {
    const rows = portRows({
      model: { kind: 'artifact', schemaTitle: 'system.Model', uri: '/x/model', size: 12 },
      accuracy: { kind: 'parameter', value: 0.9 },
      key: { kind: 'parameter', value: '•••', masked: true },
    });
    expect(rows).toEqual([
      { port: 'accuracy', kind: 'parameter', text: '0.9', masked: false },
      { port: 'key', kind: 'parameter', text: '•••', masked: true },
      { port: 'model', kind: 'artifact', text: '', typeName: 'Model', masked: false, size: 12 },
    ]);
  });

  it('brings a value on one line and cuts a long one', () => {
    expect(lineOf('a\n  b')).toBe('a ⏎ b');
    expect(lineOf({ a: [1] })).toBe('{"a":[1]}');
    expect(lineOf('x'.repeat(500))).toHaveLength(201);
  });

  it('indents JSON and leaves other text alone', () => {
    expect(prettyJson('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(prettyJson('{a}')).toBe('{a}');
  });
});
