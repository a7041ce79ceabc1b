import type { Action } from './all-actions.ts';

const MODIFIERS = ['Mod', 'Ctrl', 'Alt', 'Shift'] as const;

/** What a pressed key is to us: the parts of a keyboard event that count. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export type KeyPlatform = 'mac' | 'other';

/**
 * The combination a key press stands for, such as `Mod+Shift+S`. Empty for a modifier alone.
 * Shift is left out for characters that need it (`?`, `Plus`), since where they are differs by keyboard.
 */
export function combinationOf(press: KeyPress, platform: KeyPlatform): string {
  const key = keyName(press.key);
  if (key === '') return '';
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey;
  const control = platform === 'mac' && press.ctrlKey;
  const shift = press.shiftKey && !(isSymbol(press.key) && !press.altKey);
  const parts = [mod && 'Mod', control && 'Ctrl', press.altKey && 'Alt', shift && 'Shift', key];
  return parts.filter((part) => part !== false).join('+');
}

/** Puts a combination's modifiers in order. Null for text that names no key. */
export function normaliseCombination(text: string): string | null {
  const parts = text.split('+').map((part) => part.trim());
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1);
  if (key === '' || modifiers.some((part) => !MODIFIERS.some((name) => name === part))) return null;
  return [...MODIFIERS.filter((name) => modifiers.includes(name)), keyName(key)].join('+');
}

/** The combinations an action listens to: the user's one, none when it was taken away, else the default ones. */
export function keysOf(action: Action, custom: { readonly [id: string]: string | null }): readonly string[] {
  const own = custom[action.id];
  if (own === undefined) return action.keys ?? [];
  const combination = own === null ? null : normaliseCombination(own);
  return combination === null ? [] : [combination];
}

/** A combination as people read it: `Ctrl+Shift+S`, on macOS `⇧⌘S`. */
export function describeCombination(combination: string, platform: KeyPlatform): string {
  const parts = combination.split('+').map((part) => (platform === 'mac' ? macName(part) : otherName(part)));
  return parts.join(platform === 'mac' ? '' : '+');
}

/** Each combination with the actions that listen to it, for finding clashes. */
export function indexKeys(
  actions: readonly Action[],
  custom: { readonly [id: string]: string | null },
): ReadonlyMap<string, readonly Action[]> {
  const index = new Map<string, Action[]>();
  for (const action of actions) {
    for (const key of keysOf(action, custom)) index.set(key, [...(index.get(key) ?? []), action]);
  }
  return index;
}

const KEY_NAMES: { readonly [key: string]: string } = {
  ' ': 'Space',
  '+': 'Plus',
  Esc: 'Escape',
  Control: '',
  Shift: '',
  Alt: '',
  Meta: '',
  AltGraph: '',
  Dead: '',
  Unidentified: '',
  Process: '',
};

const MAC_NAMES: { readonly [part: string]: string } = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
  Plus: '+',
};

function keyName(key: string): string {
  return KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

function isSymbol(key: string): boolean {
  return key.length === 1 && key.toLowerCase() === key.toUpperCase() && !/[0-9 ]/.test(key);
}

function macName(part: string): string {
  return MAC_NAMES[part] ?? part;
}

function otherName(part: string): string {
  if (part === 'Mod') return 'Ctrl';
  return part === 'Plus' ? '+' : part;
}
