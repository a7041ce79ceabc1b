import { EventEmitter } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App, Protocol, Session } from 'electron';
import { expect, test } from 'vitest';
import { externalAddress, isOwnAddress } from '../../../main/hosts/electron/origin.ts';
import { restrictContents, restrictPermissions } from '../../../main/hosts/electron/restrict-contents.ts';
import { serveScheme } from '../../../main/hosts/electron/serve-scheme.ts';
import { windowOptions } from '../../../main/hosts/electron/window-options.ts';
import { createFakeElectron } from '../../contract/fake-electron.ts';
import { openTestHost } from '../../contract/open-test-host.ts';
import { makeTemporaryFolder } from '../../services/temporary-folder.ts';

test.each([
  ['pipewright://app/', true],
  ['pipewright://app/index.html?x#y', true],
  ['pipewright://other/', false],
  ['pipewright://app.evil/', false],
  ['file:///etc/passwd', false],
  ['https://app/', false],
  ['about:blank', false],
  ['', false],
])('%s is our page: %s', (address, expected) => {
  expect(isOwnAddress(address)).toBe(expected);
});

test.each([
  ['https://kubeflow.org/docs', 'https://kubeflow.org/docs'],
  ['HTTP://Example.org', 'http://example.org/'],
  ['mailto:a@b.org', 'mailto:a@b.org'],
  ['file:///etc/passwd', undefined],
  ['javascript:alert(1)', undefined],
  ['smb://host/share', undefined],
  ['vscode://x', undefined],
  ['not an address', undefined],
])('%s may be opened outside as %s', (address, expected) => {
  expect(externalAddress(address)).toBe(expected);
});

test('a window can do nothing but show the page', () => {
  const { webPreferences, show } = windowOptions('/preload.cjs', {}, false);
  expect(webPreferences).toEqual({
    preload: '/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  });
  expect(show).toBe(false);
});

/** Web contents under restriction, and the addresses that were opened outside. */
function restrictedContents() {
  const app = new EventEmitter();
  const opened: string[] = [];
  restrictContents(app as unknown as Pick<App, 'on'>, {
    openExternal: async (address) => {
      opened.push(address);
    },
  });
  let openWindow: (details: { url: string }) => unknown = () => undefined;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof openWindow) => {
      openWindow = handler;
    },
  });
  app.emit('web-contents-created', {}, contents);
  const isPrevented = (name: string, details: object): boolean => {
    let prevented = false;
    contents.emit(name, {
      ...details,
      preventDefault: () => {
        prevented = true;
      },
    });
    return prevented;
  };
  return { opened, isPrevented, openWindow: (url: string) => openWindow({ url }) };
}

test.each(['will-navigate', 'will-redirect'])('%s stays on our page', (name) => {
  const { isPrevented } = restrictedContents();
  expect(isPrevented(name, { url: 'pipewright://app/' })).toBe(false);
  for (const url of ['https://evil.example', 'file:///etc/passwd', 'http://127.0.0.1:1/']) {
    expect(isPrevented(name, { url }), url).toBe(true);
  }
});

test('frames show outputs of this machine only, the page itself none', () => {
  const { isPrevented } = restrictedContents();
  const output = 'http://127.0.0.1:4000/ticket';
  expect(isPrevented('will-frame-navigate', { url: output, isMainFrame: false })).toBe(false);
  expect(isPrevented('will-frame-navigate', { url: output, isMainFrame: true })).toBe(true);
  expect(isPrevented('will-frame-navigate', { url: 'https://evil.example', isMainFrame: false })).toBe(true);
  expect(isPrevented('will-attach-webview', {})).toBe(true);
});

test('no page opens a window; links go to the browser if they are of the web', () => {
  const { opened, openWindow } = restrictedContents();
  for (const url of ['https://kubeflow.org', 'file:///etc/passwd', 'http://127.0.0.1:4000/ticket', 'javascript:1']) {
    expect(openWindow(url)).toEqual({ action: 'deny' });
  }
  expect(opened).toEqual(['https://kubeflow.org/']);
});

test('permissions are refused, but for the clipboard and our page', () => {
  const handlers: Record<string, (...parameters: never[]) => unknown> = {};
  restrictPermissions({
    setPermissionRequestHandler: (handler) => {
      handlers.request = handler as never;
    },
    setPermissionCheckHandler: (handler) => {
      handlers.check = handler as never;
    },
    setDevicePermissionHandler: (handler) => {
      handlers.device = handler as never;
    },
  } satisfies Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >);
  const request = (permission: string, url: string): unknown => {
    let answer: unknown;
    const decide = (value: boolean): void => {
      answer = value;
    };
    handlers.request?.({ getURL: () => url } as never, permission as never, decide as never);
    return answer;
  };
  expect(request('clipboard-read', 'pipewright://app/')).toBe(true);
  expect(request('clipboard-read', 'http://127.0.0.1:4000/')).toBe(false);
  for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'hid', 'usb']) {
    expect(request(permission, 'pipewright://app/'), permission).toBe(false);
    expect(handlers.check?.(null as never, permission as never, 'pipewright://app' as never)).toBe(false);
  }
  expect(handlers.device?.()).toBe(false);
});

test('our scheme serves the built page with its policy, and nothing beside it', async () => {
  const folder = await makeTemporaryFolder();
  await mkdir(join(folder, 'page'));
  await writeFile(join(folder, 'page', 'index.html'), '<i nonce="__CSP_NONCE__">');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  const handlers: ((request: Request) => Promise<Response>)[] = [];
  serveScheme(
    {
      handle: (_scheme: string, handler: unknown) => handlers.push(handler as (typeof handlers)[number]),
    } as unknown as Pick<Protocol, 'handle'>,
    join(folder, 'page'),
  );
  const ask = async (url: string, method = 'GET') =>
    handlers[0]?.({ url, method } as Request) ?? new Response(null, { status: 500 });
  const page = await ask('pipewright://app/');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self' 'nonce-/);
  expect(await page.text()).toMatch(/^<i nonce="[^_"]{20,}">$/);
  for (const url of [
    'pipewright://app/../secret.txt',
    'pipewright://app/%2e%2e/secret.txt',
    'pipewright://other/index.html',
    'pipewright://app/no',
  ]) {
    expect((await ask(url)).status, url).toBe(404);
  }
  expect((await ask('pipewright://app/', 'POST')).status).toBe(405);
});

test('only the top frame of our own page may call', async () => {
  const opened = await openTestHost();
  const electron = createFakeElectron(opened.host);
  const mainFrame = { url: 'pipewright://app/' };
  const sender = { id: 1, mainFrame };
  const call = (event: unknown): Promise<unknown> => electron.invoke(event, 'host.info', {});
  expect(await call({ sender, senderFrame: mainFrame })).toMatchObject({ ok: true });
  const refused = { ok: false, error: { code: 'unauthorised', values: {} } };
  expect(await call({ sender, senderFrame: { url: 'pipewright://app/' } })).toEqual(refused);
  expect(await call({ sender, senderFrame: null })).toEqual(refused);
  const foreign = { url: 'http://127.0.0.1:4000/ticket' };
  expect(await call({ sender: { id: 1, mainFrame: foreign }, senderFrame: foreign })).toEqual(refused);
  await opened.dispose();
});
