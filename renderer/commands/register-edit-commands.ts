import { redoEdit, undoEdit } from '../state/edits.ts';
import { openDialog } from '../state/looking.ts';
import { bindCommands } from './binding.ts';

/** Binds undo, redo, history and finding tasks. What acts on the selection is bound by the canvas. */
export function registerEditCommands(): void {
  bindCommands({
    'edit.undo': ({ tabId }) => (tabId === null ? undefined : undoEdit(tabId)),
    'edit.redo': ({ tabId }) => (tabId === null ? undefined : redoEdit(tabId)),
    'edit.history': ({ tabId }) => (tabId === null ? undefined : openDialog({ kind: 'history', tabId })),
    'edit.find': () => openDialog({ kind: 'palette', mode: 'tasks' }),
  });
}
