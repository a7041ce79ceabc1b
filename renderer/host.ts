import type { HostClient } from '../src/api/host.ts';
import type { ElectronBridge } from '../src/api/wire.ts';
import { createElectronHost } from './host/electron-host.ts';
import { takeToken } from './host/token.ts';
import { createWebHost } from './host/web-host.ts';

declare global {
  interface Window {
    readonly pipewright?: ElectronBridge;
  }
}

/** `refused`: the host answers and does not know this page's token. */
export type ConnectionState = 'connecting' | 'online' | 'offline' | 'refused';

/** What is told when the connection changes. After `missedEvents` everything shown must be read again. */
export interface ConnectionChange {
  readonly state: ConnectionState;
  readonly missedEvents: boolean;
}

/** The host as the page sees it: the contract, and how the line is. */
export interface PageHost extends HostClient {
  onConnectionChange(listener: (change: ConnectionChange) => void): () => void;
  /** Ends the event stream and all timers. */
  dispose(): void;
}

/** Connects to whatever carries this page: Electron's preload script, or the web host it was served by. */
export function connectHost(): PageHost {
  if (window.pipewright !== undefined) return createElectronHost(window.pipewright);
  return createWebHost({ base: window.location.origin, token: takeToken(window) });
}
