import { describe, expect, it } from 'vitest';
import { type CatalogRow, folderRows, resultRows } from '../../../../renderer/panels/catalog/catalog-rows.ts';
import { foldersOfEntry, shortPath } from '../../../../renderer/panels/catalog/folders.ts';
import { stepOfKey, textOfRow } from '../../../../renderer/panels/catalog/row-keys.ts';
import { usedComponents } from '../../../../renderer/panels/catalog/used-components.ts';
import { catalogEntryOf } from '../../../../src/catalog/catalog-entry.ts';
import type { CatalogEntry } from '../../../../src/catalog/component-description.ts';
import { createComponentSearch } from '../../../../src/catalog/search.ts';
import { smallDocument } from '../../../helpers/small-document.ts';

function entryOf(path: string, name: string, root = '/w'): CatalogEntry {
  const text = `name: ${name}\nimplementation: {container: {image: alpine, command: ["true"]}}\n`;
  const entry = catalogEntryOf(text, { path, root, fileName: 'component.yaml' });
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

const ENTRIES = [
  entryOf('builtin:tables/join', 'Join', 'builtin:'),
  entryOf('/w/components/read/component.yaml', 'Read'),
  entryOf('/w/components/deep/er/write.component.yaml', 'Write'),
  entryOf('/w/top.component.yaml', 'Top'),
];

function outline(rows: readonly CatalogRow[]): readonly string[] {
  return rows.map((row) => `${'  '.repeat(row.level - 1)}${row.kind} ${textOfRow(row) || row.id}`);
}

describe('foldersOfEntry', () => {
  const cases: readonly (readonly [path: string, root: string, folders: readonly string[]])[] = [
    ['/w/a/b/component.yaml', '/w', ['a']],
    ['/w/component.yaml', '/w', []],
    ['/w/a/x.component.yaml', '/w', ['a']],
    ['builtin:tables/join', 'builtin:', ['tables']],
    ['C:\\w\\a\\b\\component.yml', 'C:\\w', ['a']],
  ];
  it.each(cases)('%s', (path, root, folders) => {
    expect(foldersOfEntry({ path, root })).toEqual(folders);
  });

  it('shows paths below their root', () => {
    expect(shortPath({ path: '/w/a/component.yaml', root: '/w' })).toBe('a/component.yaml');
  });
});

describe('folderRows', () => {
  it('lists opened folders first, folders before components, lone folders in one line', () => {
    expect(outline(folderRows(ENTRIES, [], new Set()))).toEqual([
      'section w',
      '  folder components',
      '    folder deep/er',
      '      component Write',
      '    component Read',
      '  component Top',
      'section builtin:',
      '  folder tables',
      '    component Join',
    ]);
  });

  it('leaves out what is folded and counts it', () => {
    const rows = folderRows(ENTRIES, [], new Set(['/w/components', 'builtin:']));
    expect(outline(rows)).toEqual(['section w', '  folder components', '  component Top', 'section builtin:']);
    expect(rows.flatMap((row) => ('count' in row ? [row.count] : []))).toEqual([3, 2, 1]);
  });

  it('lists what the pipeline uses, with its tasks', () => {
    const document = smallDocument({ tasks: [{}, {}, { component: 'strict' }] });
    const used = usedComponents(document, null, new Map());
    expect(used.map(({ title, tasks }) => [title, tasks.length])).toEqual([
      ['Strict', 1],
      ['Work', 2],
    ]);
    expect(outline(folderRows([], used, new Set()))).toEqual(['section used', '  used Strict', '  used Work']);
  });
});

describe('resultRows', () => {
  it('is one list in the order of the search', () => {
    const matches = createComponentSearch(ENTRIES).search('writ');
    expect(outline(resultRows(matches))).toEqual(['component Write']);
  });
});

describe('stepOfKey', () => {
  const rows = folderRows(ENTRIES, [], new Set());
  const cases: readonly (readonly [key: string, from: number, to: number])[] = [
    ['ArrowDown', 0, 1],
    ['ArrowDown', 8, 8],
    ['ArrowUp', 0, 0],
    ['Home', 5, 0],
    ['End', 0, 8],
    ['ArrowRight', 1, 2],
    ['ArrowLeft', 3, 2],
    ['ArrowLeft', 5, 0],
    ['j', 0, 8],
    ['t', 0, 5],
    ['t', 5, 7],
  ];
  it.each(cases)('%s from %i goes to %i', (key, from, to) => {
    expect(stepOfKey(key, rows, from)).toEqual({ to });
  });

  it('folds and unfolds', () => {
    expect(stepOfKey('ArrowLeft', rows, 1)).toEqual({ toggle: '/w/components' });
    const folded = folderRows(ENTRIES, [], new Set(['/w/components']));
    expect(stepOfKey('ArrowRight', folded, 1)).toEqual({ toggle: '/w/components' });
  });

  it('does not know other keys', () => {
    for (const key of ['F2', '?', 'z', 'Tab']) expect(stepOfKey(key, rows, 0)).toBeUndefined();
  });
});
