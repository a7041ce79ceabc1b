import { findAction } from '../../src/actions/all-actions.ts';
import { runCommand } from './run-command.ts';

/** Does what was chosen in a native menu. Ids that are none of ours are passed over. */
export function runHostAction(id: string): void {
  const action = findAction(id);
  if (action !== undefined) runCommand(action.id, { source: 'host' });
}
