import type { MenuItemConstructorOptions } from 'electron';
import { MENU_PLACES, type MenuPlace } from '../../../src/actions/action.ts';
import { type Action, listMenu } from '../../../src/actions/all-actions.ts';
import type { Language } from '../../../src/words/sentence.ts';
import { sentence } from '../../../src/words/sentences.ts';

export interface MenuTemplateOptions {
  readonly platform: NodeJS.Platform;
  readonly language: Language;
  /** Told the id of the action whose item was clicked. */
  readonly onAction: (actionId: string) => void;
}

/** The native menu bar, made of the same descriptors as every other menu. */
export function buildMenuTemplate(options: MenuTemplateOptions): MenuItemConstructorOptions[] {
  const menus = MENU_PLACES.map((place) => buildMenu(place, options));
  return options.platform === 'darwin' ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus;
}

function buildMenu(place: MenuPlace, options: MenuTemplateOptions): MenuItemConstructorOptions {
  const groups = listMenu(place).map((group) => group.map((action) => buildItem(action, options)));
  if (place === 'file' && options.platform !== 'darwin') groups.push([{ role: 'quit' }]);
  const items = groups.flatMap((group, index) => (index === 0 ? group : [SEPARATOR, ...group]));
  return { label: sentence(options.language, `menu.${place}`), submenu: items };
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/**
 * Keys fire once: on macOS the menu always gets them first; elsewhere the page handles them and the menu only
 * shows them.
 */
function buildItem(action: Action, { platform, language, onAction }: MenuTemplateOptions): MenuItemConstructorOptions {
  const key = action.keys?.[0];
  return {
    id: action.id,
    label: sentence(language, `action.${action.id}`),
    enabled: action.enabledWhen === undefined,
    click: () => onAction(action.id),
    ...(action.checkedWhen === undefined ? {} : { type: 'checkbox' }),
    ...(key === undefined ? {} : { accelerator: toAccelerator(key), registerAccelerator: platform === 'darwin' }),
  };
}

/** Electron's names for keys, where they differ from the DOM's. */
const KEY_NAMES: { readonly [key: string]: string } = {
  Mod: 'CommandOrControl',
  Ctrl: 'Control',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** A combination such as `Mod+Shift+S` as Electron writes it. */
export function toAccelerator(combination: string): string {
  return combination
    .split('+')
    .map((part) => KEY_NAMES[part] ?? part)
    .join('+');
}
