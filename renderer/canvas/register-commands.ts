import { bindCommands } from '../commands/binding.ts';

/** Binds the commands that act on the canvas. */
export function registerCanvasCommands(): void {
  bindCommands({});
}
