import { HostError } from '../../../src/api/errors.ts';
import type { EventName, HostEvents } from '../../../src/api/events.ts';
import type { HostClient } from '../../../src/api/host.ts';
import type { MethodName, MethodParams } from '../../../src/api/params.ts';
import type { MethodResult } from '../../../src/api/results.ts';
import { decodeReply } from '../../../src/api/wire.ts';
import type { Host } from './create-host.ts';

/** A client in the host's own process. Payloads are copied as JSON, so that nothing shared leaks across. */
export function createMemoryClient(host: Host, clientId: string): HostClient & { dispose(): void } {
  const leave = host.connect(clientId);
  const ends = new Set<() => void>([leave]);
  return {
    call: async <Name extends MethodName>(name: Name, params: MethodParams<Name>) => {
      const reply = decodeReply(copy(await host.call(name, copy(params), { clientId })));
      if (!reply.ok) throw new HostError(reply.error.code, reply.error.values, reply.error.data);
      return reply.result as MethodResult<Name>;
    },
    subscribe: <Name extends EventName>(name: Name, listener: (payload: HostEvents[Name]) => void) => {
      const end = host.listen((message, target) => {
        if (message.name !== name || (target !== undefined && target !== clientId)) return;
        listener(copy(message.payload) as HostEvents[Name]);
      });
      ends.add(end);
      return () => {
        ends.delete(end);
        end();
      };
    },
    dispose: () => {
      for (const end of ends) end();
      ends.clear();
    },
  };
}

function copy<Value>(value: Value): Value {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
