import { createStore } from 'zustand/vanilla';
import type { TaskId } from '../../../src/model/ids.ts';

/** The task whose name is being typed on the canvas. */
export const renameStore = createStore<{ readonly task: TaskId | null }>(() => ({ task: null }));

/** Starts typing a task's name in its header. */
export function startRename(task: TaskId): void {
  renameStore.setState({ task });
}

/** Ends it. */
export function endRename(): void {
  renameStore.setState({ task: null });
}
