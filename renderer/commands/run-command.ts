import type { ActionId } from '../../src/actions/all-actions.ts';
import { findAction } from '../../src/actions/all-actions.ts';
import { toastFailure } from '../parts/toast.tsx';
import { failureOf } from '../state/host-access.ts';
import { getState } from '../state/store.ts';
import { actionState } from './action-state.ts';
import { type CommandContext, commandOf } from './binding.ts';

/** Does a command if it can be done now. False when it cannot. A failure becomes a toast. */
export function runCommand(id: ActionId, context: Partial<CommandContext> & Pick<CommandContext, 'source'>): boolean {
  const action = findAction(id);
  const run = commandOf(id);
  if (action === undefined || run === undefined) return false;
  const { visible, enabled } = actionState(action, getState());
  if (!visible || !enabled) return false;
  void perform(() => run({ tabId: getState().documents.active, ...context }));
  return true;
}

/** Does something that may fail; the failure becomes a toast in the user's words. */
export async function perform(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    toastFailure(failureOf(error));
  }
}
