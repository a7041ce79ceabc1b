import { describe, expect, it } from 'vitest';
import { findAction } from '../../src/actions/all-actions.ts';
import {
  combinationOf,
  describeCombination,
  indexKeys,
  type KeyPress,
  keysOf,
  normaliseCombination,
} from '../../src/actions/keys.ts';

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers };
}

const save = findAction('file.save');
if (save === undefined) throw new Error('There is no file.save');

describe('combinationOf', () => {
  it.each([
    [press('s', { ctrlKey: true }), 'other', 'Mod+S'],
    [press('s', { metaKey: true }), 'mac', 'Mod+S'],
    [press('s', { ctrlKey: true }), 'mac', 'Ctrl+S'],
    [press('s', { metaKey: true }), 'other', 'S'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'other', 'Mod+Shift+Z'],
    [press('?', { shiftKey: true }), 'other', '?'],
    [press('+', { ctrlKey: true, shiftKey: true }), 'other', 'Mod+Plus'],
    [press('/', { shiftKey: true }), 'other', '/'],
    [press('F5', { shiftKey: true }), 'other', 'Shift+F5'],
    [press(' '), 'other', 'Space'],
    [press('ArrowUp', { altKey: true }), 'other', 'Alt+ArrowUp'],
    [press('Control', { ctrlKey: true }), 'other', ''],
    [press('Dead'), 'other', ''],
  ] as const)('reads %o on %s as %s', (event, platform, combination) => {
    expect(combinationOf(event, platform)).toBe(combination);
  });
});

describe('normaliseCombination', () => {
  it.each([
    ['shift+mod+s', null],
    ['Shift+Mod+s', 'Mod+Shift+S'],
    ['Alt + F4', 'Alt+F4'],
    ['', null],
    ['Mod+', null],
    ['Hyper+S', null],
  ])('makes %s to %s', (text, result) => {
    expect(normaliseCombination(text)).toBe(result);
  });
});

describe('keysOf', () => {
  it('takes the default keys, the own key, or none', () => {
    expect(keysOf(save, {})).toEqual(['Mod+S']);
    expect(keysOf(save, { 'file.save': 'Shift+Mod+P' })).toEqual(['Mod+Shift+P']);
    expect(keysOf(save, { 'file.save': null })).toEqual([]);
    expect(keysOf(save, { 'file.save': 'no+such+key+' })).toEqual([]);
  });

  it('is what the index is made of', () => {
    expect(indexKeys([save], { 'file.save': 'F9' }).get('F9')).toEqual([save]);
    expect(indexKeys([save], { 'file.save': 'F9' }).has('Mod+S')).toBe(false);
  });
});

describe('describeCombination', () => {
  it.each([
    ['Mod+Shift+S', 'other', 'Ctrl+Shift+S'],
    ['Mod+Shift+S', 'mac', '⌘⇧S'],
    ['Mod+Plus', 'other', 'Ctrl++'],
    ['Alt+W', 'mac', '⌥W'],
  ] as const)('writes %s on %s as %s', (combination, platform, text) => {
    expect(describeCombination(combination, platform)).toBe(text);
  });
});
