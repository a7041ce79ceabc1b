import { describe, expect, it } from 'vitest';
import { catalogFile, listCatalog } from './component-file.ts';
import type { Argument } from './resolve-command.ts';
import { runComponent, whyNoPython } from './run-component.ts';

const table = 'a,b\n1,x\n2,y\n';
const noColumn = 'There is no column "c". The table has: a, b.';

interface Failure {
  readonly component: string;
  readonly given: { readonly [input: string]: Argument };
  readonly message: string;
}

const failures: readonly Failure[] = [
  {
    component: 'tables/read-csv',
    given: { path: '' },
    message: 'The path is empty: name a file or an address.',
  },
  {
    component: 'tables/table-from-text',
    given: { text: 'a,b\n1\n' },
    message: 'Row 1 has 1 cells, but the header has 2.',
  },
  {
    component: 'tables/make-sample-data',
    given: { kind: 'dogs' },
    message: 'kind is "dogs", but must be one of: groups, sales.',
  },
  { component: 'tables/filter-rows', given: { table, column: 'c' }, message: noColumn },
  {
    component: 'tables/filter-rows',
    given: { table, column: 'a', operator: 'matches', value: '(' },
    message: '"(" is not a regular expression: missing ), unterminated subpattern at position 0.',
  },
  {
    component: 'tables/sort-rows',
    given: { table: 'a,a\n1,2\n', columns: ['a'] },
    message: 'The header names the column "a" twice.',
  },
  {
    component: 'tables/sort-rows',
    given: { table, columns: [] },
    message: 'columns is empty: name at least one column to sort by.',
  },
  {
    component: 'tables/join-tables',
    given: { left: table, right: 'c\n1\n', columns: ['a'] },
    message: 'There is no column "a". The table has: c.',
  },
  {
    component: 'tables/join-tables',
    given: { left: table, right: 'a,b\n1,2\n', columns: ['a'], suffix: '' },
    message: 'Two columns would be called "b": choose another suffix.',
  },
  {
    component: 'tables/append-tables',
    given: { first: table, second: '' },
    message: 'The table is empty: it needs a header line with the column names.',
  },
  {
    component: 'tables/sample-rows',
    given: { table },
    message: 'Give either rows or fraction, exactly one of them.',
  },
  {
    component: 'tables/split-rows',
    given: { table, test_fraction: 1.5 },
    message: 'test_fraction must be a number from 0 to 1, not 1.5.',
  },
  { component: 'tables/select-columns', given: { table, columns: ['a', 'c'] }, message: noColumn },
  {
    component: 'tables/group-rows',
    given: { table, by: ['a'], aggregates: { b: 'sum' } },
    message: 'The column "b" has cells that are not numbers.',
  },
  {
    component: 'tables/group-rows',
    given: { table, by: ['b'], aggregates: { a: 'total' } },
    message:
      '"total" cannot be worked out for "a"; choose one of: sum, mean, median, min, max, count, distinct, first, last.',
  },
  {
    component: 'cleaning/fill-missing',
    given: { table: 'a\nNA\n' },
    message: 'The column "a" has no value to fill its gaps from: use the method value or drop the column.',
  },
  {
    component: 'cleaning/fill-missing',
    given: { table: 'a\nx\nNA\n', method: 'mean' },
    message: 'The column "a" has texts, so it has no mean: use the method most common.',
  },
  { component: 'cleaning/remove-duplicates', given: { table, columns: ['c'] }, message: noColumn },
  {
    component: 'cleaning/rename-columns',
    given: { table, names: { a: 'b' } },
    message: 'Two columns would be called "b".',
  },
  {
    component: 'cleaning/clean-text',
    given: { table, columns: ['b'], steps: ['wash'] },
    message:
      'There is no step "wash". The steps are: trim, lower, upper, title, no accents, no punctuation, no digits.',
  },
  {
    component: 'cleaning/add-date-parts',
    given: { table, column: 'b' },
    message: 'Row 1 has "x", which is not a date written as 2024-12-31.',
  },
  { component: 'cleaning/one-hot-encode', given: { table, columns: ['c'] }, message: noColumn },
  { component: 'tables/add-column', given: { table, name: 'd', formula: 'c + 1' }, message: noColumn },
  {
    component: 'tables/add-column',
    given: { table, name: 'd', formula: '1 / (a - 2)' },
    message: 'Row 2: the formula divides by zero.',
  },
  {
    component: 'tables/add-column',
    given: { table, name: 'd', formula: '__import__("os")' },
    message: 'The formula cannot have __import__("os").',
  },
  {
    component: 'tables/add-column',
    given: { table, name: 'd', formula: '9 ** 9 ** 9' },
    message: 'Row 1: the result is too large.',
  },
  {
    component: 'tables/add-column',
    given: { table, name: 'd', formula: 'a.real' },
    message: 'The formula cannot have a.real.',
  },
  {
    component: 'exploring/compare-tables',
    given: { first: table, second: 'a,b\n1,x\n1,y\n', key: ['a'] },
    message: 'The second table has the key "1" twice.',
  },
  {
    component: 'exploring/profile-table',
    given: { table: 'a,b\n1\n' },
    message: 'Row 1 has 1 cells, but the header has 2.',
  },
  {
    component: 'exploring/draw-chart',
    given: { table, x: 'b', y: 'a' },
    message: 'The column "b" must hold numbers, but one row has "x".',
  },
  {
    component: 'exploring/draw-chart',
    given: { table, x: 'a' },
    message: 'A scatter chart needs y, the column upwards.',
  },
  { component: 'models/train-decision-tree', given: { table, target: 'c' }, message: noColumn },
  {
    component: 'models/train-nearest-neighbours',
    given: { table, target: 'b', neighbours: 3 },
    message: 'neighbours is 3, but there are only 2 rows to train on.',
  },
  {
    component: 'models/train-logistic-regression',
    given: { table: 'a,b\n1,x\n2,x\n', target: 'b' },
    message: 'The column "b" has only one value, so there is nothing to tell apart.',
  },
  {
    component: 'models/train-linear-regression',
    given: { table, target: 'b' },
    message: 'The column "b" holds texts: a linear regression predicts numbers.',
  },
  {
    component: 'models/predict',
    given: { table, model: '[1]' },
    message: 'The model was not made by one of the training components of this catalog.',
  },
  {
    component: 'models/predict',
    given: { table, model: 'pickle' },
    message: 'The model is not readable: the file is not JSON.',
  },
  {
    component: 'models/evaluate-classifier',
    given: { predictions: 'a,prediction\n', target: 'a' },
    message: 'The table has no rows, so there is nothing to evaluate.',
  },
  {
    component: 'models/evaluate-regression',
    given: { predictions: 'a,prediction\n1,1\n2,x\n', target: 'a' },
    message: 'The column "prediction" has a cell that is not a number, in row 2.',
  },
  {
    component: 'reporting/write-report',
    given: { metrics: '[]' },
    message: 'The metrics file must hold one JSON object with a value for each name.',
  },
];

describe.skipIf(whyNoPython() !== undefined)('wrong input', () => {
  it.each(failures)('$component: $message', async ({ component, given, message }) => {
    const run = await runComponent(catalogFile(component), given);
    expect(run.stderr).toBe(`${message}\n`);
    expect(run.status).toBe(1);
    expect(run.outputs).toEqual({});
  });

  it('is tried on every component', () => {
    const tried = new Set(failures.map((failure) => failure.component));
    expect([...tried].sort()).toEqual([...listCatalog()].sort());
  });
});
