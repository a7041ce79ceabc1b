import { createInitialState } from '../../../renderer/state/initial-state.ts';
import { store } from '../../../renderer/state/store.ts';

/** Gives a test the store as a new app has it. */
export function resetStore(): void {
  store.setState(createInitialState(), true);
}
