import { describe, expect, it } from 'vitest';
import { matchEntries } from '../../../renderer/dialogs/palette/match-entries.ts';
import type { PaletteEntry } from '../../../renderer/dialogs/palette/palette-entries.ts';

function entry(label: string, kind: PaletteEntry['kind'] = 'command', hint?: string): PaletteEntry {
  return { id: label, kind, label, run: () => undefined, ...(hint === undefined ? {} : { hint }) };
}

const entries = [
  entry('Save all'),
  entry('Save'),
  entry('Open folder'),
  entry('Fenêtre suivante'),
  entry('Train the tree', 'task', 'train-decision-tree'),
  entry('Autosave'),
];

function labels(query: string): string[] {
  return matchEntries(entries, query).map(({ label }) => label);
}

describe('matchEntries', () => {
  it('gives everything, in its order, for no query', () => {
    expect(labels('  ')).toEqual(entries.map(({ label }) => label));
  });

  it('puts starts before middles, and short labels before long ones', () => {
    expect(labels('save')).toEqual(['Save', 'Save all', 'Autosave']);
  });

  it('wants every word, in any order', () => {
    expect(labels('folder op')).toEqual(['Open folder']);
    expect(labels('folder save')).toEqual([]);
  });

  it('reads over accents and capitals', () => {
    expect(labels('FENETRE')).toEqual(['Fenêtre suivante']);
  });

  it('finds tasks by their name too', () => {
    expect(labels('decision')).toEqual(['Train the tree']);
  });
});
