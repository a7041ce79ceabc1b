import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AppState } from './app-state.ts';
import { createInitialState } from './initial-state.ts';

/** The one store. React only subscribes to it; everything is changed by the functions of this folder. */
export const store = createStore<AppState>(createInitialState);

/** The state now, without subscribing. For handlers and effects. */
export function getState(): AppState {
  return store.getState();
}

/** Subscribes a component to a part of the state. Selectors return parts as they are and never build new objects. */
export function useApp<Part>(selector: (state: AppState) => Part): Part {
  return useStore(store, selector);
}

/** Replaces slices. The only way into the store, for the functions of this folder alone. */
export function patchState(patch: Partial<AppState>): void {
  store.setState(patch);
}
