import { expect, test } from 'vitest';
import { findCycles } from './cycles.ts';
import { findImports } from './imports.ts';
import { listSourceFiles, readText } from './source-files.ts';

test('finds cycles of any length, and nothing in a tree', () => {
  const edges = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['a']],
    ['d', ['d']],
    ['e', ['a', 'f']],
    ['f', []],
  ]);
  expect(findCycles(edges)).toEqual([['a', 'b', 'c'], ['d']]);
});

test('no file of src, renderer or main imports itself by way of others', () => {
  const files = listSourceFiles(['src', 'renderer', 'main']);
  const edges = files.map((file): [string, string[]] => [
    file,
    findImports(file, readText(file)).flatMap((found) => found.file ?? []),
  ]);
  expect(findCycles(new Map(edges))).toEqual([]);
});
