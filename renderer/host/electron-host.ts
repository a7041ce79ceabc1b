import { HostError } from '../../src/api/errors.ts';
import type { MethodName, MethodParams } from '../../src/api/params.ts';
import type { MethodResult } from '../../src/api/results.ts';
import { decodeReply, type ElectronBridge } from '../../src/api/wire.ts';
import { createEventListeners } from './event-listeners.ts';
import type { PageHost } from './page-host.ts';

/** The host behind Electron's preload script. The line never breaks. */
export function createElectronHost(bridge: ElectronBridge): PageHost {
  const listeners = createEventListeners((error) => reportError(error));
  const end = bridge.subscribe((frame) => {
    if (frame.kind === 'event') listeners.tell(frame);
  });
  return {
    async call<Name extends MethodName>(name: Name, params: MethodParams<Name>): Promise<MethodResult<Name>> {
      const reply = decodeReply(await bridge.call(name, params));
      if (!reply.ok) throw new HostError(reply.error.code, reply.error.values, reply.error.data);
      return reply.result as MethodResult<Name>;
    },
    subscribe: listeners.subscribe,
    onConnectionChange(listener) {
      listener({ state: 'online', missedEvents: false });
      return () => undefined;
    },
    dispose: end,
  };
}
