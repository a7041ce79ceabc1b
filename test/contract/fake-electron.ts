import { EventEmitter } from 'node:events';
import type { IpcMain, WebContents } from 'electron';
import { registerCalls } from '../../main/hosts/electron/register-calls.ts';
import { sendEvents } from '../../main/hosts/electron/send-events.ts';
import type { Host } from '../../main/hosts/shared/create-host.ts';
import type { ElectronBridge } from '../../src/api/wire.ts';
import { loadBridge } from './load-preload.ts';

type Invoke = (event: unknown, ...parameters: readonly unknown[]) => Promise<unknown>;

/** Joins main process and pages without Electron. Whatever crosses is cloned, as IPC does. */
export interface FakeElectron {
  /** Opens a window; gives the bridge of its page. */
  openWindow(address?: string): { readonly bridge: ElectronBridge; readonly contents: FakeContents };
  /** Calls as a given sender would. */
  invoke: Invoke;
}

/** The part of `WebContents` that the host uses. */
export class FakeContents extends EventEmitter {
  readonly id: number;
  readonly mainFrame: { readonly url: string };
  readonly renderer = new EventEmitter();
  private destroyed = false;

  constructor(id: number, url: string) {
    super();
    this.id = id;
    this.mainFrame = { url };
  }

  send(channel: string, frame: unknown): void {
    this.renderer.emit(channel, {}, structuredClone(frame));
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('destroyed');
  }
}

export function createFakeElectron(host: Host): FakeElectron {
  const channels = new Map<string, Invoke>();
  const ipcMain = {
    handle: (channel: string, listener: Invoke) => {
      if (channels.has(channel)) throw new Error(`two handlers for ${channel}`);
      channels.set(channel, listener);
    },
  } as unknown as Pick<IpcMain, 'handle'>;
  registerCalls(ipcMain, host);
  const [[callChannel = '', handler] = []] = [...channels];
  if (!handler) throw new Error('no handler for calls');
  let windows = 0;

  return {
    invoke: handler,
    openWindow: (address = 'pipewright://app/') => {
      windows += 1;
      const contents = new FakeContents(windows, address);
      sendEvents(contents as unknown as WebContents, host);
      const bridge = loadBridge({
        invoke: async (channel, ...parameters) => {
          if (channel !== callChannel) throw new Error(`no handler for ${channel}`);
          const event = { sender: contents, senderFrame: contents.mainFrame };
          return structuredClone(await handler(event, ...structuredClone(parameters)));
        },
        on: (channel, hear) => contents.renderer.on(channel, hear),
        removeListener: (channel, hear) => contents.renderer.removeListener(channel, hear),
      });
      return { bridge, contents };
    },
  };
}
