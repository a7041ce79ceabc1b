import type { ActionDescriptor, ContextPlace, MenuPlace } from './action.ts';
import { EDIT_ACTIONS } from './edit-actions.ts';
import { FILE_ACTIONS } from './file-actions.ts';
import { HELP_ACTIONS } from './help-actions.ts';
import { PIPELINE_ACTIONS } from './pipeline-actions.ts';
import { RUN_ACTIONS } from './run-actions.ts';
import { VIEW_ACTIONS } from './view-actions.ts';

const LIST = [
  ...FILE_ACTIONS,
  ...EDIT_ACTIONS,
  ...VIEW_ACTIONS,
  ...PIPELINE_ACTIONS,
  ...RUN_ACTIONS,
  ...HELP_ACTIONS,
] as const;

export type ActionId = (typeof LIST)[number]['id'];

/** A descriptor of the list. */
export type Action = ActionDescriptor & { readonly id: ActionId };

/** Every command of the editor. Menus, context menus, palette, keys and toolbar read this one list. */
export const ACTIONS: readonly Action[] = LIST;

const BY_ID: ReadonlyMap<string, Action> = new Map(ACTIONS.map((action) => [action.id, action]));

/** The action of that id, where there is one. Ids may come from settings or a host's menu. */
export function findAction(id: string): Action | undefined {
  return BY_ID.get(id);
}

/** The groups of one menu of the menu bar. Native menus and the menu bar of the page are both built from it. */
export function listMenu(place: MenuPlace): readonly (readonly Action[])[] {
  return inGroups((action) => (action.menu?.place === place ? action.menu.group : undefined));
}

/** The groups of a context menu. */
export function listContextMenu(place: ContextPlace): readonly (readonly Action[])[] {
  return inGroups((action) => action.contexts?.find((context) => context.place === place)?.group);
}

function inGroups(groupOf: (action: Action) => number | undefined): readonly (readonly Action[])[] {
  const groups = new Map<number, Action[]>();
  for (const action of ACTIONS) {
    const group = groupOf(action);
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), action]);
  }
  return [...groups].sort(([left], [right]) => left - right).map(([, actions]) => actions);
}
