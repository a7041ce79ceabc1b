import type { PredicateName } from './predicates.ts';

/** The menus of the menu bar, in their order. */
export const MENU_PLACES = ['file', 'edit', 'view', 'pipeline', 'run', 'help'] as const;

export type MenuPlace = (typeof MENU_PLACES)[number];

/** What a context menu was opened on. */
export type ContextPlace = 'canvas' | 'node' | 'edge' | 'terminal' | 'tab' | 'outline';

/**
 * Where a key works. `everywhere` also while typing in a field; `app` outside fields; `canvas` while the canvas or nothing
 * has the focus, which is where single letters may be used.
 */
export type KeyScope = 'everywhere' | 'app' | 'canvas';

/** One command as data. What it does is bound in the renderer; every menu, key, palette and toolbar reads this list. */
export interface ActionDescriptor {
  /** `<area>.<verb>`; settings name keys by it. The label is `action.<id>` of the words catalogue. */
  readonly id: string;
  /** Name of a Tabler icon, in kebab-case. */
  readonly icon?: string;
  /** Combinations such as `Mod+Shift+S`; `Mod` is Ctrl, on macOS Command. The first is shown. */
  readonly keys?: readonly string[];
  readonly keyScope?: KeyScope;
  /** Fires again while the key is held down. */
  readonly repeats?: boolean;
  /** Place in the menu bar. Groups are divided by lines. */
  readonly menu?: { readonly place: MenuPlace; readonly group: number };
  /** Context menus that show it, with its group there. */
  readonly contexts?: readonly { readonly place: ContextPlace; readonly group: number }[];
  /** Enabled when all of these hold. */
  readonly enabledWhen?: readonly PredicateName[];
  readonly checkedWhen?: PredicateName;
  /** Left out of the command palette. */
  readonly hiddenInPalette?: boolean;
  /** Shown only where the host can do it. */
  readonly capability?: 'open-external' | 'reveal-path' | 'native-menus';
}
