import type { BrowserWindow } from 'electron';

/** After this long without an answer of the page, closing again closes. The recovery copy keeps the edits. */
const ANSWER_MILLISECONDS = 5000;

export interface CloseGuard {
  /** What the page last said of its documents. */
  setDirty(dirty: boolean): void;
}

export interface CloseGuardDeps {
  readonly now: () => number;
  /** Asks the page to save or to ask; it closes the window itself when that is done. */
  readonly requestClose: () => void;
}

/** Keeps a window with unsaved work open until its page has asked. A page that hangs cannot hold it. */
export function guardClosing(window: Pick<BrowserWindow, 'on'>, deps: CloseGuardDeps): CloseGuard {
  let dirty = false;
  let hangs = false;
  let askedAt: number | undefined;

  window.on('unresponsive', () => {
    hangs = true;
  });
  window.on('responsive', () => {
    hangs = false;
  });
  window.on('close', (event) => {
    const waitedEnough = askedAt !== undefined && deps.now() - askedAt > ANSWER_MILLISECONDS;
    if (!dirty || hangs || waitedEnough) return;
    event.preventDefault();
    askedAt ??= deps.now();
    deps.requestClose();
  });
  return {
    setDirty: (value) => {
      dirty = value;
      askedAt = undefined;
    },
  };
}
