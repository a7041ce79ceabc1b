import type { App, BrowserWindow } from 'electron';
import type { MethodParams } from '../../../src/api/params.ts';
import type { Host } from '../shared/create-host.ts';
import { type CloseGuard, guardClosing } from './close-guard.ts';
import { PAGE_ADDRESS } from './origin.ts';
import { clientIdOf } from './register-calls.ts';
import { sendEvents } from './send-events.ts';
import { writeWindowState } from './window-state.ts';

export interface AppWindowDeps {
  readonly window: BrowserWindow;
  readonly host: Host;
  readonly app: Pick<App, 'addRecentDocument'>;
  readonly platform: NodeJS.Platform;
  /** Where the window's place is remembered. */
  readonly stateFile: string;
  readonly now: () => number;
  readonly warn: (message: string, error: unknown) => void;
}

/** One window with the page in it. */
export interface AppWindow {
  readonly clientId: string;
  readonly window: BrowserWindow;
  /** What the window's title and the system show of the document. */
  setDocument(document: MethodParams<'window.setDocument'>): void;
}

/** Connects a new window to the host and loads the page. */
export function openAppWindow(deps: AppWindowDeps): AppWindow {
  const { window, host } = deps;
  const clientId = clientIdOf(window.webContents.id);
  let requests = 0;
  const guard = guardClosing(window, {
    now: deps.now,
    requestClose: () => {
      requests += 1;
      host.requestClose(`close-${requests}`, clientId);
    },
  });
  sendEvents(window.webContents, host);
  window.once('ready-to-show', () => window.show());
  window.on('close', () => rememberPlace(deps));
  window.loadURL(PAGE_ADDRESS).catch((error: unknown) => deps.warn('loading the page', error));
  return { clientId, window, setDocument: (document) => showDocument(deps, guard, document) };
}

function showDocument(
  { window, app, platform }: AppWindowDeps,
  guard: CloseGuard,
  { path, title, dirty }: MethodParams<'window.setDocument'>,
): void {
  guard.setDirty(dirty);
  window.setTitle(title === '' ? 'Pipewright' : `${title} – Pipewright`);
  if (platform === 'darwin') {
    window.setRepresentedFilename(path ?? '');
    window.setDocumentEdited(dirty);
  }
  if (path !== null && platform !== 'linux') app.addRecentDocument(path);
}

function rememberPlace({ window, stateFile, warn }: AppWindowDeps): void {
  try {
    writeWindowState(stateFile, { ...window.getNormalBounds(), maximised: window.isMaximized() });
  } catch (error) {
    warn('remembering the window', error);
  }
}
