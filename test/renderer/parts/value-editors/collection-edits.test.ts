import { describe, expect, it } from 'vitest';
import {
  convertItem,
  emptyLike,
  freeKey,
  ITEM_KINDS,
  kindOfItem,
  withEntry,
  withItem,
  withMovedItem,
  withoutEntry,
  withoutItem,
  withRenamedKey,
} from '../../../../renderer/parts/value-editors/collection-edits.ts';
import type { ConstantValue } from '../../../../src/model/argument.ts';
import { pythonFloat } from '../../../../src/yaml/yaml-tree.ts';

const SAMPLES: readonly ConstantValue[] = [
  '',
  'text',
  '12',
  'true',
  0,
  1.5,
  { ...pythonFloat(2) },
  true,
  false,
  null,
  [],
  [1],
  {},
  { a: 1 },
];

describe('items', () => {
  it.each(SAMPLES)('%j becomes whatever is chosen', (value) => {
    for (const kind of ITEM_KINDS) expect(kindOfItem(convertItem(value, kind))).toBe(kind);
  });

  it('keeps what means the same', () => {
    expect(convertItem('12', 'number')).toBe(12);
    expect(convertItem(12, 'text')).toBe('12');
    expect(convertItem('True', 'truth')).toBe(true);
    expect(convertItem('twelve', 'number')).toBe(0);
  });

  it('makes the next item like the last', () => {
    expect([undefined, 'a', 3, true, [1], { a: 1 }, null].map(emptyLike)).toEqual(['', '', 0, false, [], {}, null]);
  });
});

describe('lists', () => {
  it('replaces, removes and moves one item', () => {
    expect(withItem(['a', 'b'], 1, 'c')).toEqual(['a', 'c']);
    expect(withoutItem(['a', 'b'], 0)).toEqual(['b']);
    expect(withMovedItem(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(withMovedItem(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });

  it('leaves the ends where they are', () => {
    const list = ['a', 'b'];
    expect(withMovedItem(list, 0, -1)).toBe(list);
    expect(withMovedItem(list, 1, 1)).toBe(list);
  });
});

describe('dictionaries', () => {
  const map = { first: 1, second: 2, third: 3 };

  it('renames a key in its place', () => {
    expect(Object.keys(withRenamedKey(map, 'second', 'other') ?? {})).toEqual(['first', 'other', 'third']);
  });

  it('refuses the name of another entry', () => {
    expect(withRenamedKey(map, 'second', 'first')).toBeUndefined();
    expect(withRenamedKey(map, 'second', 'second')).toBe(map);
  });

  it('sets and removes entries', () => {
    expect(withEntry(map, 'second', 'x')).toEqual({ first: 1, second: 'x', third: 3 });
    expect(withoutEntry(map, 'second')).toEqual({ first: 1, third: 3 });
    expect(freeKey({ key: 1, key_2: 1 })).toBe('key_3');
  });
});
