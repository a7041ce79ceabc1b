import type { ElectronBridge } from '../src/api/wire.ts';
import { createElectronHost } from './host/electron-host.ts';
import type { PageHost } from './host/page-host.ts';
import { takeToken } from './host/token.ts';
import { createWebHost } from './host/web-host.ts';

export type { ConnectionChange, ConnectionState, PageHost } from './host/page-host.ts';

declare global {
  interface Window {
    readonly pipewright?: ElectronBridge;
  }
}

/** Connects to whatever carries this page: Electron's preload script, or the web host it was served by. */
export function connectHost(): PageHost {
  if (window.pipewright !== undefined) return createElectronHost(window.pipewright);
  return createWebHost({ base: window.location.origin, token: takeToken(window) });
}
