import type { BrowserWindowConstructorOptions } from 'electron';
import { type Area, LEAST_SIZE } from './window-state.ts';

/** A window that shows our page and can do nothing else. Hidden until its first picture is there. */
export function windowOptions(preload: string, place: Partial<Area>, dark: boolean): BrowserWindowConstructorOptions {
  return {
    ...place,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    backgroundColor: dark ? '#16181d' : '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  };
}
