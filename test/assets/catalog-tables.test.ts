import { describe, expect, it } from 'vitest';
import { catalogFile } from './component-file.ts';
import type { Argument } from './resolve-command.ts';
import { runComponent, whyNoPython } from './run-component.ts';
import { fruit } from './tables.ts';

const reason = whyNoPython();
if (reason !== undefined) console.warn(`Skipped: the built-in components, because ${reason}.`);

interface Case {
  readonly component: string;
  readonly what: string;
  readonly given: { readonly [input: string]: Argument };
  readonly outputs: { readonly [name: string]: string };
}

const left = 'id,colour\n1,red\n2,blue\n2,green\n3,grey\n';
const right = 'id,size,colour\n2,L,dark\n4,S,light\n';

const cases: readonly Case[] = [
  {
    component: 'tables/table-from-text',
    what: 'trims cells and skips empty lines',
    given: { text: 'a, b\n1, "x, y"\n\n2,z\n' },
    outputs: { table: 'a,b\n1,"x, y"\n2,z\n' },
  },
  {
    component: 'tables/filter-rows',
    what: 'compares numbers as numbers and leaves out empty cells',
    given: { table: fruit, column: 'sold', operator: '<', value: '20' },
    outputs: {
      filtered: 'name,kind,price,sold\napple,fruit,1.5,10\ndate,fruit,NA,4\n"endive, red",vegetable,2,7\n',
      kept: '3',
    },
  },
  {
    component: 'tables/filter-rows',
    what: 'finds equal numbers written differently',
    given: { table: 'a\n1\n1.0\n2\n', column: 'a', value: '1' },
    outputs: { filtered: 'a\n1\n1.0\n', kept: '2' },
  },
  {
    component: 'tables/filter-rows',
    what: 'finds one of several values',
    given: { table: 'a\nx\ny\nz\n', column: 'a', operator: 'is one of', value: 'x, z' },
    outputs: { filtered: 'a\nx\nz\n', kept: '2' },
  },
  {
    component: 'tables/filter-rows',
    what: 'matches a regular expression',
    given: { table: fruit, column: 'name', operator: 'matches', value: '^[ab]' },
    outputs: { filtered: 'name,kind,price,sold\napple,fruit,1.5,10\nbanana,fruit,0.5,\n', kept: '2' },
  },
  {
    component: 'tables/sort-rows',
    what: 'puts the largest numbers first and empty cells last',
    given: { table: 'a,b\n9,x\n,y\n10,z\n2,w\n', columns: ['a'], descending: true },
    outputs: { sorted: 'a,b\n10,z\n9,x\n2,w\n,y\n' },
  },
  {
    component: 'tables/sort-rows',
    what: 'sorts by several columns',
    given: { table: 'a,b\ny,2\nx,10\ny,1\nx,9\n', columns: ['a', 'b'] },
    outputs: { sorted: 'a,b\nx,9\nx,10\ny,1\ny,2\n' },
  },
  {
    component: 'tables/join-tables',
    what: 'joins partners only',
    given: { left, right, columns: ['id'] },
    outputs: { joined: 'id,colour,size,colour_right\n2,blue,L,dark\n2,green,L,dark\n', rows: '2' },
  },
  {
    component: 'tables/join-tables',
    what: 'keeps all rows of both tables',
    given: { left, right, columns: ['id'], how: 'outer' },
    outputs: {
      joined: 'id,colour,size,colour_right\n1,red,,\n2,blue,L,dark\n2,green,L,dark\n3,grey,,\n4,,S,light\n',
      rows: '5',
    },
  },
  {
    component: 'tables/append-tables',
    what: 'matches columns by name',
    given: { first: 'a,b\n1,2\n', second: 'b,c\n3,4\n', fourth: 'a\n5\n' },
    outputs: { appended: 'a,b,c\n1,2,\n,3,4\n5,,\n' },
  },
  {
    component: 'tables/select-columns',
    what: 'keeps columns in the order named',
    given: { table: 'a,b,c\n1,2,3\n', columns: ['c', 'a'] },
    outputs: { selected: 'c,a\n3,1\n' },
  },
  {
    component: 'tables/select-columns',
    what: 'drops columns',
    given: { table: 'a,b,c\n1,2,3\n', columns: ['c', 'a'], drop: true },
    outputs: { selected: 'b\n2\n' },
  },
  {
    component: 'tables/group-rows',
    what: 'counts and works out figures by group',
    given: { table: 'k,v\nb,1\na,2\nb,4\na,\n', by: ['k'], aggregates: { v: 'mean' } },
    outputs: { grouped: 'k,rows,v_mean\na,2,2\nb,2,2.5\n' },
  },
  {
    component: 'tables/group-rows',
    what: 'makes one group of all rows',
    given: { table: 'k,v\nb,1\na,2\nb,4\n', by: [], aggregates: { v: 'sum', k: 'distinct' } },
    outputs: { grouped: 'rows,v_sum,k_distinct\n3,7,2\n' },
  },
  {
    component: 'cleaning/fill-missing',
    what: 'fills numbers with the median and texts with the most common',
    given: { table: 'n,t\n1,x\nNA,\n3,y\n10,y\n' },
    outputs: { filled: 'n,t\n1,x\n3,y\n3,y\n10,y\n', changed: '2' },
  },
  {
    component: 'cleaning/fill-missing',
    what: 'drops rows with gaps in the named columns only',
    given: { table: 'n,t\n1,\nNA,x\n3,y\n', columns: ['n'], method: 'drop rows' },
    outputs: { filled: 'n,t\n1,\n3,y\n', changed: '1' },
  },
  {
    component: 'cleaning/fill-missing',
    what: 'fills from the row above, where there is one',
    given: { table: 'n,m\n,1\n4,2\n,3\n', method: 'previous' },
    outputs: { filled: 'n,m\n,1\n4,2\n4,3\n', changed: '1' },
  },
  {
    component: 'cleaning/remove-duplicates',
    what: 'keeps the last of equal rows',
    given: { table: 'a,b\n1,x\n2,y\n1,z\n', columns: ['a'], keep: 'last' },
    outputs: { unique: 'a,b\n2,y\n1,z\n', removed: '1' },
  },
  {
    component: 'cleaning/rename-columns',
    what: 'lets two columns change names',
    given: { table: 'a,b,c\n1,2,3\n', names: { a: 'b', b: 'a' } },
    outputs: { renamed: 'b,a,c\n1,2,3\n' },
  },
  {
    component: 'cleaning/clean-text',
    what: 'takes the steps in their order',
    given: {
      table: 'a,b\n  Ça   va! ,X\nok,Y\n',
      columns: ['a'],
      steps: ['no accents', 'no punctuation', 'trim', 'lower'],
    },
    outputs: { cleaned: 'a,b\nca va,X\nok,Y\n', changed: '1' },
  },
  {
    component: 'cleaning/add-date-parts',
    what: 'reads ISO dates with and without times',
    given: {
      table: 'd\n2024-12-31\n2024-02-29T08:30:00Z\n""\n',
      column: 'd',
      parts: ['year', 'quarter', 'weekday', 'hour'],
    },
    outputs: {
      dated: 'd,d_year,d_quarter,d_weekday,d_hour\n2024-12-31,2024,4,2,0\n2024-02-29T08:30:00Z,2024,1,4,8\n,,,,\n',
    },
  },
  {
    component: 'cleaning/add-date-parts',
    what: 'reads dates in the format given',
    given: { table: 'd\n31.12.2024\n', column: 'd', parts: ['date'], format: '%d.%m.%Y' },
    outputs: { dated: 'd,d_date\n31.12.2024,2024-12-31\n' },
  },
  {
    component: 'cleaning/one-hot-encode',
    what: 'gives each category a column',
    given: { table: 'n,c\n1,b\n2,a\n', columns: ['c'] },
    outputs: { encoded: 'n,c_a,c_b\n1,0,1\n2,1,0\n' },
  },
  {
    component: 'tables/add-column',
    what: 'works a formula out and leaves gaps where cells are empty',
    given: { table: 'a,b c\n2,3\n,4\n5,1\n', name: 'd', formula: 'round(a / column("b c"), 2) if a < 5 else -1' },
    outputs: { added: 'a,b c,d\n2,3,0.67\n,4,\n5,1,-1\n' },
  },
  {
    component: 'tables/add-column',
    what: 'replaces a column of the same name',
    given: { table: 'a,b\n2,3\n', name: 'a', formula: 'a ** 2 + b' },
    outputs: { added: 'b,a\n3,7\n' },
  },
];

describe.skipIf(reason !== undefined)('components for tables', () => {
  it.each(cases)('$component $what', async ({ component, given, outputs }) => {
    const run = await runComponent(catalogFile(component), given);
    expect(run.stderr).toBe('');
    expect(run.outputs).toEqual(outputs);
    expect(run.status).toBe(0);
  });

  it.each([
    { given: { rows: 3 }, count: 3 },
    { given: { fraction: 0.5 }, count: 10 },
    { given: { rows: 99 }, count: 20 },
  ])('tables/sample-rows takes $given in the old order, the same for a seed', async ({ given, count }) => {
    const table = `n\n${Array.from({ length: 20 }, (_, row) => row).join('\n')}\n`;
    const sample = async () =>
      (await runComponent(catalogFile('tables/sample-rows'), { table, seed: 4, ...given })).outputs.sample;
    const taken = ((await sample()) ?? '').trim().split('\n').slice(1).map(Number);
    expect(taken).toHaveLength(count);
    expect(taken).toEqual([...new Set(taken)].sort((one, other) => one - other));
    expect(await sample()).toBe(`n\n${taken.join('\n')}\n`);
  });

  it('tables/split-rows keeps every row once and the shares in balance', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => `${row},${row % 4 === 0 ? 'rare' : 'common'}`);
    const table = `n,kind\n${rows.join('\n')}\n`;
    const { outputs } = await runComponent(catalogFile('tables/split-rows'), { table, balance_column: 'kind' });
    const train = (outputs.train ?? '').trim().split('\n').slice(1);
    const test = (outputs.test ?? '').trim().split('\n').slice(1);
    expect([...train, ...test].sort()).toEqual([...rows].sort());
    expect(test.filter((row) => row.endsWith('rare'))).toHaveLength(2);
    expect(test.filter((row) => row.endsWith('common'))).toHaveLength(8);
  });

  it.each([
    { kind: 'groups', header: 'x,y,size,group' },
    { kind: 'sales', header: 'date,region,product,units,revenue' },
  ])('tables/make-sample-data makes $kind, the same for a seed', async ({ kind, header }) => {
    const make = async (seed: number) =>
      (await runComponent(catalogFile('tables/make-sample-data'), { kind, rows: 30, seed })).outputs.table;
    const made = await make(1);
    expect(made?.split('\n')[0]).toBe(header);
    expect(made?.trim().split('\n')).toHaveLength(31);
    expect(await make(1)).toBe(made);
    expect(await make(2)).not.toBe(made);
  });
});
