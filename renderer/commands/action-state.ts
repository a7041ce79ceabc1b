import type { Action } from '../../src/actions/all-actions.ts';
import type { PredicateName } from '../../src/actions/predicates.ts';
import type { AppState } from '../state/app-state.ts';
import { commandOf } from './binding.ts';
import { PREDICATES } from './predicates.ts';

export interface ActionState {
  readonly visible: boolean;
  readonly enabled: boolean;
  /** Undefined for actions that are not switches. */
  readonly checked: boolean | undefined;
}

const reported = new Set<PredicateName>();

/** How an action stands: one function for every menu, key, palette and toolbar. */
export function actionState(action: Action, state: AppState): ActionState {
  const able = action.capability === undefined || (state.live.host?.capabilities.includes(action.capability) ?? false);
  return {
    visible: able && commandOf(action.id) !== undefined,
    enabled: (action.enabledWhen ?? []).every((name) => holds(name, state)),
    checked: action.checkedWhen === undefined ? undefined : holds(action.checkedWhen, state),
  };
}

/** A predicate that throws disables its action and is reported once; it must not take a whole menu down. */
function holds(name: PredicateName, state: AppState): boolean {
  try {
    return PREDICATES[name](state);
  } catch (error) {
    if (!reported.has(name)) reportError(error);
    reported.add(name);
    return false;
  }
}
