import { join } from 'node:path';
import { createMemoryClient } from '../../main/hosts/shared/memory-client.ts';
import { createWebServer } from '../../main/hosts/web/create-web-server.ts';
import { createToken } from '../../main/hosts/web/token.ts';
import { createElectronHost } from '../../renderer/host/electron-host.ts';
import { createWebHost } from '../../renderer/host/web-host.ts';
import type { HostClient } from '../../src/api/host.ts';
import { createFakeElectron } from './fake-electron.ts';
import { openTestHost, type TestHost } from './open-test-host.ts';

/** Browsers have it, Node does not: an event listener that throws must fail the test. */
globalThis.reportError ??= (error: unknown) => {
  throw error;
};

/** A host behind one transport. */
export interface Carried extends TestHost {
  /** Another page, window or command. Resolves when it hears events. */
  connect(): Promise<HostClient>;
}

export type OpenTransport = () => Promise<Carried>;

async function openMemory(): Promise<Carried> {
  const test = await openTestHost();
  let clients = 0;
  return {
    ...test,
    connect: async () => {
      clients += 1;
      return createMemoryClient(test.host, `memory-client-${clients}`);
    },
  };
}

async function openWeb(): Promise<Carried> {
  const test = await openTestHost();
  const token = createToken();
  const pageFolder = join(test.folder, 'no-page');
  const server = await createWebServer({
    host: test.host,
    pageFolder,
    token,
    port: 0,
    allowedHosts: [],
    log: test.log,
  });
  const base = `http://127.0.0.1:${server.port}`;
  const pages: { dispose(): void }[] = [];
  return {
    ...test,
    connect: async () => {
      // Browsers send Origin by themselves.
      const fetchAsPage: typeof fetch = (address, options) =>
        fetch(address, { ...options, headers: { ...options?.headers, Origin: base } });
      const page = createWebHost({ base, token, fetch: fetchAsPage });
      pages.push(page);
      await new Promise<void>((resolve) => {
        page.onConnectionChange(({ state }) => {
          if (state === 'online') resolve();
        });
      });
      return page;
    },
    dispose: async () => {
      for (const page of pages) page.dispose();
      await server.dispose();
      await test.dispose();
    },
  };
}

async function openElectron(): Promise<Carried> {
  const test = await openTestHost();
  const electron = createFakeElectron(test.host);
  return { ...test, connect: async () => createElectronHost(electron.openWindow().bridge) };
}

/** Every way the contract is carried. */
export const TRANSPORTS: readonly { readonly name: string; readonly open: OpenTransport }[] = [
  { name: 'memory', open: openMemory },
  { name: 'web', open: openWeb },
  { name: 'electron', open: openElectron },
];
