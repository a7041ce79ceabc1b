import { describe, expect, it } from 'vitest';
import { MENU_PLACES } from '../../src/actions/action.ts';
import { ACTIONS, findAction, listContextMenu, listMenu } from '../../src/actions/all-actions.ts';
import { indexKeys, normaliseCombination } from '../../src/actions/keys.ts';
import { PREDICATE_NAMES } from '../../src/actions/predicates.ts';
import { actionEnglish } from '../../src/words/action.en.ts';
import { actionFrench } from '../../src/words/action.fr.ts';

describe('the list of actions', () => {
  it('has one action for each id', () => {
    expect(new Set(ACTIONS.map((action) => action.id)).size).toBe(ACTIONS.length);
    for (const action of ACTIONS) expect(findAction(action.id)).toBe(action);
    expect(findAction('file.unheard-of')).toBeUndefined();
  });

  it('has a label in both languages for every action and menu, and no label for anything else', () => {
    const keys = [
      'menu.bar',
      ...MENU_PLACES.map((place) => `menu.${place}`),
      ...ACTIONS.map((action) => `action.${action.id}`),
    ].sort();
    expect(Object.keys(actionEnglish).sort()).toEqual(keys);
    expect(Object.keys(actionFrench).sort()).toEqual(keys);
  });

  it('names only known predicates', () => {
    const named = ACTIONS.flatMap((action) => [...(action.enabledWhen ?? []), action.checkedWhen ?? 'hasTab']);
    expect(named.filter((name) => !PREDICATE_NAMES.includes(name))).toEqual([]);
  });

  it('writes its keys in the one form that key presses are compared with', () => {
    for (const key of ACTIONS.flatMap((action) => action.keys ?? [])) expect(normaliseCombination(key)).toBe(key);
  });

  it('gives no key to two actions', () => {
    const shared = [...indexKeys(ACTIONS, {})].filter(([, actions]) => actions.length > 1);
    expect(shared.map(([key, actions]) => [key, actions.map((action) => action.id)])).toEqual([]);
  });

  it('leaves keys that a browser does not give away to the browser', () => {
    const taken = ['Mod+N', 'Mod+T', 'Mod+W', 'Mod+Shift+N', 'Mod+Shift+T', 'Mod+Tab'];
    expect(ACTIONS.flatMap((action) => action.keys ?? []).filter((key) => taken.includes(key))).toEqual([]);
  });

  it('lets keys that write text work on the canvas alone', () => {
    const writing = ACTIONS.filter((action) => action.keys?.some((key) => key.length === 1 || key === 'Tab'));
    expect(writing.length).toBeGreaterThan(3);
    for (const action of writing) expect(action.keyScope, action.id).toBe('canvas');
  });
});

describe('menus', () => {
  it('show every action of their place once, in its group', () => {
    for (const place of MENU_PLACES) {
      const shown = listMenu(place).flat();
      expect(shown.length).toBeGreaterThan(0);
      expect(new Set(shown)).toEqual(new Set(ACTIONS.filter((action) => action.menu?.place === place)));
    }
    expect(listMenu('edit')[0]?.map((action) => action.id)).toEqual(['edit.undo', 'edit.redo', 'edit.history']);
  });

  it('show in a context what belongs there', () => {
    expect(
      listContextMenu('edge')
        .flat()
        .map((action) => action.id),
    ).toEqual(['edit.delete']);
    expect(listContextMenu('canvas')[0]?.[0]?.id).toBe('pipeline.addTask');
  });
});
