import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { applyMenuState } from '../../../main/hosts/electron/menu-state.ts';
import { buildMenuTemplate, toAccelerator } from '../../../main/hosts/electron/menu-template.ts';
import { ACTIONS } from '../../../src/actions/all-actions.ts';

function itemsOf(template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
}

function build(platform: NodeJS.Platform, language: 'en' | 'fr' = 'en', clicked: string[] = []) {
  return buildMenuTemplate({ platform, language, onAction: (id) => clicked.push(id) });
}

test('every action with a place is there once, with its label and its key', () => {
  const clicked: string[] = [];
  const items = itemsOf(build('linux', 'en', clicked)).filter(({ id }) => id !== undefined);
  const expected = ACTIONS.filter(({ menu }) => menu !== undefined);
  expect(items.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
  for (const item of items) {
    const action = expected.find(({ id }) => id === item.id);
    expect(item.label).not.toMatch(/^action\./);
    expect(item.accelerator !== undefined).toBe((action?.keys?.length ?? 0) > 0);
    item.click?.(undefined as never, undefined as never, undefined as never);
  }
  expect(clicked.sort()).toEqual(expected.map(({ id }) => id).sort());
});

test('keys fire once: macOS gives them to the menu, elsewhere the page has them', () => {
  const registered = (platform: NodeJS.Platform) =>
    new Set(
      itemsOf(build(platform)).flatMap(({ accelerator, registerAccelerator }) =>
        accelerator ? registerAccelerator : [],
      ),
    );
  expect(registered('linux')).toEqual(new Set([false]));
  expect(registered('win32')).toEqual(new Set([false]));
  expect(registered('darwin')).toEqual(new Set([true]));
});

test('macOS has its own menus around ours, the others have a way out', () => {
  expect(
    build('darwin')
      .map(({ role }) => role)
      .filter(Boolean),
  ).toEqual(['appMenu', 'windowMenu']);
  expect(itemsOf(build('darwin')).some(({ role }) => role === 'quit')).toBe(false);
  expect(itemsOf(build('linux')).filter(({ role }) => role === 'quit')).toHaveLength(1);
});

test('menus speak French', () => {
  expect(build('linux', 'fr').map(({ label }) => label)).toContain('Fichier');
});

test('no menu begins, ends or goes on with a line', () => {
  for (const { submenu } of build('linux')) {
    const types = (submenu as MenuItemConstructorOptions[]).map(({ type }) => type ?? 'item');
    expect(types.join(' ')).not.toMatch(/^separator|separator$|separator separator/);
  }
});

test.each([
  ['Mod+Shift+S', 'CommandOrControl+Shift+S'],
  ['Alt+ArrowUp', 'Alt+Up'],
  ['Delete', 'Delete'],
  ['Ctrl+Plus', 'Control+Plus'],
])('%s is %s', (combination, accelerator) => {
  expect(toAccelerator(combination)).toBe(accelerator);
});

test('the page says what is enabled and checked', () => {
  const checkable = ACTIONS.find(({ checkedWhen, menu }) => checkedWhen !== undefined && menu !== undefined);
  const plain = ACTIONS.find(({ checkedWhen, menu }) => checkedWhen === undefined && menu !== undefined);
  if (!checkable || !plain) throw new Error('the list has no such actions');
  const items = new Map([checkable.id, plain.id].map((id) => [id as string, { enabled: true, checked: false }]));
  const menu = { getMenuItemById: (id: string) => (items.get(id) ?? null) as never };
  applyMenuState(menu, { enabled: [checkable.id, 'no.such.action'], checked: [checkable.id, plain.id] });
  expect(items.get(checkable.id)).toEqual({ enabled: true, checked: true });
  expect(items.get(plain.id)).toEqual({ enabled: false, checked: false });
});
