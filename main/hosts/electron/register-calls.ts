import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { ELECTRON_CALL_CHANNEL, type Reply } from '../../../src/api/wire.ts';
import type { Host } from '../shared/create-host.ts';
import { isOwnAddress } from './origin.ts';

/** The name of a window as a client of the host. */
export function clientIdOf(contentsId: number): string {
  return `electron-window-${contentsId}`;
}

/** Carries calls of our own page to the host. Other senders, frames inside the page among them, are refused. */
export function registerCalls(ipcMain: Pick<IpcMain, 'handle'>, host: Pick<Host, 'call'>): void {
  ipcMain.handle(ELECTRON_CALL_CHANNEL, async (event, name: unknown, params: unknown): Promise<Reply> => {
    if (!isOwnPage(event)) return { ok: false, error: { code: 'unauthorised', values: {} } };
    return await host.call(String(name), params, { clientId: clientIdOf(event.sender.id) });
  });
}

function isOwnPage({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url);
}
