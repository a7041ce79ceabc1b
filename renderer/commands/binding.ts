import type { ContextPlace } from '../../src/actions/action.ts';
import type { ActionId } from '../../src/actions/all-actions.ts';
import type { TabId } from '../state/documents-slice.ts';

/** Where a command was called from. */
export type CommandSource = 'menu' | 'toolbar' | 'key' | 'palette' | 'context' | 'host';

export interface CommandContext {
  readonly source: CommandSource;
  /** The tab in front, or the one whose tab was clicked. */
  readonly tabId: TabId | null;
  /** Where the pointer was, in client pixels, for what happens "here". */
  readonly point?: { readonly x: number; readonly y: number };
  readonly place?: ContextPlace;
}

/** What a command does. Predicates are data of the action; only the doing is bound. */
export type CommandRun = (context: CommandContext) => void | Promise<void>;

const bound = new Map<ActionId, CommandRun>();

/**
 * Binds actions to what they do. Called once per area, from `register-commands.ts` of its folder.
 * An action that nothing is bound to is not shown anywhere.
 */
export function bindCommands(commands: Partial<Record<ActionId, CommandRun>>): void {
  for (const [id, run] of Object.entries(commands)) bound.set(id as ActionId, run);
}

/** What an action does, where something is bound to it. */
export function commandOf(id: ActionId): CommandRun | undefined {
  return bound.get(id);
}
