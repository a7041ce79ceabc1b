import type { EventName, HostEvents } from '../../../src/api/events.ts';
import type { Emit } from '../../../src/api/host.ts';
import type { EventMessage } from '../../../src/api/wire.ts';

/** Hears events; `clientId` is set for those that are meant for one client only. */
export type EventListener = (message: EventMessage, clientId: string | undefined) => void;

/** Passes events from services to transports. */
export interface EventHub {
  readonly emit: Emit;
  /** Returns the end of it. */
  listen(listener: EventListener): () => void;
}

export function createEventHub(): EventHub {
  const listeners = new Set<EventListener>();
  return {
    emit: <Name extends EventName>(name: Name, payload: HostEvents[Name], clientId?: string) => {
      const message = { name, payload } as unknown as EventMessage;
      for (const listener of [...listeners]) listener(message, clientId);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
