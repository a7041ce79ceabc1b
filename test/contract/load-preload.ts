import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import type { ElectronBridge } from '../../src/api/wire.ts';

const preload = fileURLToPath(new URL('../../main/hosts/electron/preload.cts', import.meta.url));

type Hear = (event: unknown, frame: unknown) => void;

/** What the preload script uses of `ipcRenderer`. */
export interface FakeIpcRenderer {
  invoke(channel: string, ...parameters: readonly unknown[]): Promise<unknown>;
  on(channel: string, hear: Hear): void;
  removeListener(channel: string, hear: Hear): void;
}

/** Runs the real preload script over a fake Electron; gives everything it exposes to the page. */
export function loadPreload(ipcRenderer: FakeIpcRenderer): { readonly [name: string]: unknown } {
  const exposed: Record<string, unknown> = {};
  const contextBridge = {
    exposeInMainWorld: (name: string, value: unknown) => {
      exposed[name] = value;
    },
  };
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`a sandboxed preload may not require ${name}`);
    return { contextBridge, ipcRenderer };
  };
  runInNewContext(stripTypeScriptTypes(readFileSync(preload, 'utf8')), { require });
  return exposed;
}

/** The bridge as the page finds it. */
export function loadBridge(ipcRenderer: FakeIpcRenderer): ElectronBridge {
  return loadPreload(ipcRenderer).pipewright as ElectronBridge;
}
