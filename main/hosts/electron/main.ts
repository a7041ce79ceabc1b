import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell } from 'electron';
import { createLog } from '../../services/log/create-log.ts';
import { describeError } from '../../services/log/logger.ts';
import { findDataFolder } from '../../services/support/data-folder.ts';
import { createHost } from '../shared/create-host.ts';
import { languageOf } from '../shared/language.ts';
import { findPackage } from '../shared/package-root.ts';
import { openAppWindow } from './app-window.ts';
import { createElectronShell } from './electron-shell.ts';
import { endWithHost } from './end-app.ts';
import { readLaunchArguments } from './launch-arguments.ts';
import { applyMenuState } from './menu-state.ts';
import { buildMenuTemplate } from './menu-template.ts';
import { createNativePick } from './native-dialogs.ts';
import { createOpenQueue } from './open-queue.ts';
import { OWN_SCHEME } from './origin.ts';
import { registerCalls } from './register-calls.ts';
import { restrictContents, restrictPermissions } from './restrict-contents.ts';
import { serveScheme } from './serve-scheme.ts';
import { createWindowList } from './window-list.ts';
import { windowOptions } from './window-options.ts';
import { placeWindow, readWindowState } from './window-state.ts';

const { root, version } = findPackage();
const dataFolder = findDataFolder(process.env, process.platform);
const stateFile = join(dataFolder, 'window.json');
const windows = createWindowList();

app.enableSandbox();
// The single-instance lock is kept there, so two data folders are two apps.
app.setPath('userData', join(dataFolder, 'electron'));
protocol.registerSchemesAsPrivileged([OWN_SCHEME]);
const queue = createOpenQueue(app, windows.raise);

async function start(): Promise<void> {
  await app.whenReady();
  const language = languageOf({ LANG: app.getLocale() });
  const log = createLog({ file: join(dataFolder, 'logs', 'pipewright.log'), now: Date.now });
  const pick = createNativePick(dialog, () => BrowserWindow.getFocusedWindow() ?? undefined);
  const hostShell = createElectronShell({
    launch: await readLaunchArguments(process.argv, process.cwd(), app.isPackaged),
    shell,
    pick,
    setMenuState: (state) => applyMenuState(menu, state),
    setDocument: (document, clientId) => windows.find(clientId)?.setDocument(document),
  });
  const deps = {
    packageRoot: root,
    version,
    dataFolder,
    environment: process.env,
    now: Date.now,
    log,
    shell: hostShell,
  };
  const host = await createHost(deps);
  const onAction = (actionId: string): void => {
    const focused = windows.focused();
    if (focused) host.act(actionId, focused.clientId);
  };
  const menu = Menu.buildFromTemplate(buildMenuTemplate({ platform: process.platform, language, onAction }));

  Menu.setApplicationMenu(menu);
  restrictPermissions(session.defaultSession);
  restrictContents(app, shell);
  serveScheme(protocol, join(root, 'dist', 'renderer'));
  registerCalls(ipcMain, host);
  endWithHost(app, dialog, host, language);
  queue.start((targets) => void host.open(targets));
  host.recover().catch((error: unknown) => log.error('recovering runs', error));

  const state = readWindowState(stateFile);
  const place = placeWindow(
    state,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const preload = join(root, 'dist', 'electron', 'preload.cjs');
  const window = new BrowserWindow(windowOptions(preload, place, nativeTheme.shouldUseDarkColors));
  if (state?.maximised) window.maximize();
  const appWindow = openAppWindow({
    window,
    host,
    app,
    platform: process.platform,
    stateFile,
    now: Date.now,
    warn: log.warn,
  });
  windows.add(appWindow);
}

function fail(error: unknown): void {
  dialog.showErrorBox('Pipewright', describeError(error));
  app.exit(1);
}

// Not awaited: Electron becomes ready only after this module has been evaluated to its end.
if (app.requestSingleInstanceLock()) start().catch(fail);
else app.quit();
