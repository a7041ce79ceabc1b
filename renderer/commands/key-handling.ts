import { ACTIONS, type Action } from '../../src/actions/all-actions.ts';
import { combinationOf, indexKeys, type KeyPlatform } from '../../src/actions/keys.ts';
import { getState } from '../state/store.ts';
import { runCommand } from './run-command.ts';

/** Where the keys of this machine are. */
export const KEY_PLATFORM: KeyPlatform = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'mac' : 'other';

/** The focusable element of the canvas: where single letters are commands. */
const CANVAS = '[data-key-scope="canvas"]';

let indexed: { readonly keys: object; readonly index: ReturnType<typeof indexKeys> } | null = null;

/** Listens to the keys of every action, in one place, so that no key fires twice. Returns the end. */
export function startKeyHandling(target: Window): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const combination = combinationOf(event, KEY_PLATFORM);
    if (combination === '') return;
    for (const action of actionsFor(combination)) {
      if (!mayFire(action, event) || isNativeMenuKey(action) || isBrowserPaste(action, combination)) continue;
      if (!runCommand(action.id, { source: 'key' })) continue;
      event.preventDefault();
      return;
    }
  };
  target.addEventListener('keydown', onKeyDown);
  return () => target.removeEventListener('keydown', onKeyDown);
}

function actionsFor(combination: string): readonly Action[] {
  const { keys } = getState().live.settings;
  if (indexed?.keys !== keys) indexed = { keys, index: indexKeys(ACTIONS, keys) };
  return indexed.index.get(combination) ?? [];
}

function mayFire(action: Action, event: KeyboardEvent): boolean {
  if (event.repeat && action.repeats !== true) return false;
  const element = event.target instanceof Element ? event.target : document.body;
  if (action.keyScope === 'everywhere') return true;
  if (element.closest('[role="dialog"]') !== null || isTextField(element)) return false;
  if (action.keyScope !== 'canvas') return !hasTextSelection(action);
  // Tab must go on leading through the page; only on the canvas itself, which nothing is behind, it may mean more.
  if (event.key === 'Tab') return element.matches(CANVAS);
  return element === document.body || element.closest(CANVAS) !== null;
}

/** The browser's own paste event brings the clipboard without asking for permission; a remapped key cannot have it. */
function isBrowserPaste(action: Action, combination: string): boolean {
  return action.id === 'edit.paste' && combination === 'Mod+V';
}

/** Copying selected text of a panel must stay what the browser does. */
function hasTextSelection(action: Action): boolean {
  if (action.id !== 'edit.copy' && action.id !== 'edit.cut') return false;
  return (window.getSelection()?.toString() ?? '') !== '';
}

function isTextField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(element.type);
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);
}

/** macOS always gives a menu's key to the native menu, which then sends the action: the page leaves it alone there. */
function isNativeMenuKey(action: Action): boolean {
  const { host } = getState().live;
  const native = host?.platform === 'darwin' && host.capabilities.includes('native-menus');
  return native === true && action.menu !== undefined;
}
