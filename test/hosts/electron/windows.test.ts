import { EventEmitter } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App, BrowserWindow } from 'electron';
import { expect, test } from 'vitest';
import { openAppWindow } from '../../../main/hosts/electron/app-window.ts';
import { guardClosing } from '../../../main/hosts/electron/close-guard.ts';
import { endWithHost } from '../../../main/hosts/electron/end-app.ts';
import { readLaunchArguments } from '../../../main/hosts/electron/launch-arguments.ts';
import { createNativePick } from '../../../main/hosts/electron/native-dialogs.ts';
import { createOpenQueue } from '../../../main/hosts/electron/open-queue.ts';
import { placeWindow, readWindowState, writeWindowState } from '../../../main/hosts/electron/window-state.ts';
import type { Host } from '../../../main/hosts/shared/create-host.ts';
import { FakeContents } from '../../contract/fake-electron.ts';
import { makeTemporaryFolder } from '../../services/temporary-folder.ts';

/** Emits an event that may be prevented; says whether it was. */
function isPrevented(emitter: EventEmitter, name: string, ...rest: readonly unknown[]): boolean {
  let prevented = false;
  const preventDefault = (): void => {
    prevented = true;
  };
  emitter.emit(name, { preventDefault }, ...rest);
  return prevented;
}

test('a window with unsaved work stays until its page has asked', () => {
  const window = new EventEmitter();
  let now = 0;
  let asked = 0;
  const guard = guardClosing(window as unknown as BrowserWindow, {
    now: () => now,
    requestClose: () => {
      asked += 1;
    },
  });
  expect(isPrevented(window, 'close')).toBe(false);
  guard.setDirty(true);
  expect(isPrevented(window, 'close')).toBe(true);
  now = 4000;
  expect(isPrevented(window, 'close')).toBe(true);
  expect(asked).toBe(2);
  guard.setDirty(false);
  expect(isPrevented(window, 'close')).toBe(false);
});

test('a page that does not answer cannot hold the app, one that hangs neither', () => {
  const window = new EventEmitter();
  let now = 0;
  const guard = guardClosing(window as unknown as BrowserWindow, { now: () => now, requestClose: () => undefined });
  guard.setDirty(true);
  expect(isPrevented(window, 'close')).toBe(true);
  now = 6000;
  expect(isPrevented(window, 'close')).toBe(false);
  guard.setDirty(true);
  expect(isPrevented(window, 'close')).toBe(true);
  window.emit('unresponsive');
  expect(isPrevented(window, 'close')).toBe(false);
  window.emit('responsive');
  expect(isPrevented(window, 'close')).toBe(true);
});

function fakeWindow(): EventEmitter & { readonly said: unknown[]; readonly webContents: FakeContents } {
  const said: unknown[] = [];
  const note =
    (name: string) =>
    (value: unknown): void => {
      said.push([name, value]);
    };
  return Object.assign(new EventEmitter(), {
    said,
    webContents: new FakeContents(7, 'pipewright://app/'),
    setTitle: note('title'),
    setRepresentedFilename: note('file'),
    setDocumentEdited: note('edited'),
    show: () => said.push('shown'),
    loadURL: async (address: string) => {
      said.push(['load', address]);
    },
    getNormalBounds: () => ({ x: 1, y: 2, width: 900, height: 700 }),
    isMaximized: () => true,
  });
}

test('a window shows what its page says, closes after asking it, and remembers its place', async () => {
  const stateFile = join(await makeTemporaryFolder(), 'window.json');
  const window = fakeWindow();
  const recent: string[] = [];
  const requests: unknown[] = [];
  const host = {
    listen: () => () => undefined,
    connect: () => () => undefined,
    requestClose: (...parameters: readonly unknown[]) => requests.push(parameters),
  } as unknown as Host;
  const appWindow = openAppWindow({
    window: window as unknown as BrowserWindow,
    host,
    app: { addRecentDocument: (path) => recent.push(path) },
    platform: 'darwin',
    stateFile,
    now: () => 0,
    warn: (message) => {
      throw new Error(message);
    },
  });
  window.emit('ready-to-show');
  appWindow.setDocument({ path: '/a.pipeline.yaml', title: 'a', dirty: true });
  expect(window.said).toEqual([
    ['load', 'pipewright://app/'],
    'shown',
    ['title', 'a – Pipewright'],
    ['file', '/a.pipeline.yaml'],
    ['edited', true],
  ]);
  expect(recent).toEqual(['/a.pipeline.yaml']);
  expect(isPrevented(window, 'close')).toBe(true);
  expect(requests).toEqual([['close-1', 'electron-window-7']]);
  appWindow.setDocument({ path: null, title: '', dirty: false });
  expect(window.said).toContainEqual(['title', 'Pipewright']);
  expect(isPrevented(window, 'close')).toBe(false);
  expect(readWindowState(stateFile)).toEqual({ x: 1, y: 2, width: 900, height: 700, maximised: true });
});

test('a place is kept while its screen is there', async () => {
  const file = join(await makeTemporaryFolder(), 'window.json');
  const state = { x: 2000, y: 10, width: 1000, height: 800, maximised: false };
  writeWindowState(file, state);
  expect(readWindowState(file)).toEqual(state);
  const [left, right] = [0, 1920].map((x) => ({ x, y: 0, width: 1920, height: 1080 })) as [never, never];
  expect(placeWindow(state, [left, right])).toEqual({ x: 2000, y: 10, width: 1000, height: 800 });
  expect(placeWindow(state, [left])).toEqual({ width: 1000, height: 800 });
  expect(placeWindow(undefined, [left])).toEqual({ width: 1440, height: 900 });
  await writeFile(file, '{"x": "no"}');
  expect(readWindowState(file)).toBeUndefined();
});

test('files come by the first command line, by a second one and by the system, in one queue', async () => {
  const folder = await makeTemporaryFolder();
  for (const name of ['a.yaml', 'b.yaml', 'c.yaml']) await writeFile(join(folder, name), '');
  await mkdir(join(folder, 'sub'));
  const file = (name: string) => ({ kind: 'file' as const, path: join(folder, name) });
  expect(
    await readLaunchArguments(['electron', '/app', 'a.yaml', 'sub', '--flag', 'gone.yaml'], folder, false),
  ).toEqual([file('a.yaml'), { kind: 'folder', path: join(folder, 'sub') }]);
  expect(await readLaunchArguments(['pipewright', 'a.yaml'], folder, true)).toEqual([file('a.yaml')]);

  const app = Object.assign(new EventEmitter(), { isPackaged: true });
  let raised = 0;
  const queue = createOpenQueue(app as unknown as App, () => {
    raised += 1;
  });
  expect(isPrevented(app, 'open-file', join(folder, 'b.yaml'))).toBe(true);
  const opened = new Promise((resolve) => {
    const all: unknown[] = [];
    queue.start((targets) => {
      all.push(...targets);
      if (all.length === 2) resolve(all);
    });
  });
  app.emit('second-instance', {}, ['pipewright', 'c.yaml'], folder);
  expect(await opened).toEqual(expect.arrayContaining([file('b.yaml'), file('c.yaml')]));
  expect(raised).toBe(1);
});

test('dialogs of the system give a path, or null', async () => {
  const shown: unknown[] = [];
  let canceled = false;
  const dialog = {
    showOpenDialog: async (options: unknown) => {
      shown.push(options);
      return { canceled, filePaths: ['/chosen'] };
    },
    showSaveDialog: async (options: unknown) => {
      shown.push(options);
      return { canceled, filePath: '/saved' };
    },
  };
  const pick = createNativePick(dialog as never, () => undefined);
  expect(await pick('open-folder', '/start')).toBe('/chosen');
  expect(shown[0]).toMatchObject({ defaultPath: '/start', properties: ['openDirectory', 'createDirectory'] });
  expect(await pick('open-file', undefined)).toBe('/chosen');
  expect(await pick('save-file', '/a.pipeline.yaml')).toBe('/saved');
  canceled = true;
  expect(await pick('open-file', undefined)).toBeNull();
  expect(await pick('save-file', undefined)).toBeNull();
});

test('the app ends after its host, and asks first where runs are going', async () => {
  const exits: unknown[] = [];
  const app = Object.assign(new EventEmitter(), { quit: () => undefined, exit: (code: number) => exits.push(code) });
  let answer = 1;
  let runs = 1;
  const { promise: disposed, resolve: dispose } = Promise.withResolvers<void>();
  endWithHost(
    app as unknown as App,
    { showMessageBoxSync: () => answer } as never,
    { activeRuns: () => runs, dispose: () => disposed },
    'en',
  );
  expect(isPrevented(app, 'before-quit')).toBe(true);
  answer = 0;
  expect(isPrevented(app, 'before-quit')).toBe(false);
  runs = 0;
  answer = 1;
  expect(isPrevented(app, 'before-quit')).toBe(false);
  expect(isPrevented(app, 'will-quit')).toBe(true);
  expect(isPrevented(app, 'will-quit')).toBe(true);
  expect(exits).toEqual([]);
  dispose();
  await disposed;
  await new Promise(setImmediate);
  expect(exits).toEqual([0]);
  expect(isPrevented(app, 'will-quit')).toBe(false);
});
