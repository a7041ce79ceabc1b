import type { WebContents } from 'electron';
import { ELECTRON_EVENT_CHANNEL, type Frame } from '../../../src/api/wire.ts';
import type { Host } from '../shared/create-host.ts';
import { clientIdOf } from './register-calls.ts';

/** Sends a window's events to its page for as long as the window lives. */
export function sendEvents(
  contents: Pick<WebContents, 'id' | 'send' | 'isDestroyed' | 'once'>,
  host: Pick<Host, 'listen' | 'connect'>,
): void {
  const clientId = clientIdOf(contents.id);
  let id = 0;
  const leave = host.connect(clientId);
  const endListening = host.listen((message, target) => {
    if ((target !== undefined && target !== clientId) || contents.isDestroyed()) return;
    id += 1;
    const frame: Frame = { kind: 'event', id, ...message };
    contents.send(ELECTRON_EVENT_CHANNEL, frame);
  });
  contents.once('destroyed', () => {
    endListening();
    leave();
  });
}
