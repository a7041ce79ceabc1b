import { startAutoSave } from './auto-save.ts';
import { startCompiling } from './compile.ts';
import { startFileDrop } from './file-drop.ts';
import { startLanguage } from './language.ts';
import { startMenuState } from './menu-state.ts';
import { startRecoveryCopies } from './recovery-copies.ts';
import { startWindowTitle } from './window-title.ts';

/** Starts what follows the state by itself, for as long as the page lives. */
export function startEffects(): void {
  startRecoveryCopies();
  startAutoSave();
  startCompiling();
  startLanguage();
  startWindowTitle();
  startMenuState();
  startFileDrop(window);
}
