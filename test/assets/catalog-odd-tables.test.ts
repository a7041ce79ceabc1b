import { describe, expect, it } from 'vitest';
import { type ComponentFile, catalogFile, listCatalog, readComponentFile } from './component-file.ts';
import type { Argument } from './resolve-command.ts';
import { runComponent, whyNoPython } from './run-component.ts';

const oddTables: readonly (readonly [what: string, table: string])[] = [
  ['no rows', 'a,b\n'],
  ['a NUL character', 'a,b\n\u0000,1\n'],
  ['an unclosed quote', 'a,b\n"unclosed,2\n'],
  ['numbers beyond all bounds', 'a,b\n1e400,inf\n-1e308,nan\n'],
  ['nothing but empty cells', 'a,b\n,\n,\n'],
];

/** A value for every input that has no default, so that only the table is odd. */
const values: { readonly [input: string]: Argument } = {
  aggregates: { a: 'mean' },
  by: ['b'],
  column: 'a',
  columns: ['a'],
  formula: 'a * 2',
  name: 'c',
  names: { a: 'z' },
  path: '/nowhere.csv',
  prediction_column: 'b',
  rows: 1,
  target: 'a',
  x: 'a',
};

function argumentsFor(component: ComponentFile, table: string): { readonly [input: string]: Argument } {
  const entries = component.inputs.flatMap((input): readonly (readonly [string, Argument])[] => {
    if (input.type === 'Dataset') return [[input.name, table]];
    if (input.type === 'Model') return [[input.name, '{}']];
    const value = values[input.name];
    return input.default === undefined && value !== undefined ? [[input.name, value]] : [];
  });
  return Object.fromEntries(entries);
}

describe.skipIf(whyNoPython() !== undefined)('tables that nobody expects', () => {
  it.each(listCatalog())('%s takes them or says in a sentence why not', async (name) => {
    const component = readComponentFile(catalogFile(name));
    for (const [what, table] of oddTables) {
      const run = await runComponent(catalogFile(name), argumentsFor(component, table));
      if (run.status === 0) expect(run.stderr, what).toBe('');
      else expect(run.stderr, what).toMatch(/^[^\n]+[.:][^\n]*\n$/);
    }
  });
});
