import type { EventName, HostEvents } from '../../src/api/events.ts';
import type { EventMessage } from '../../src/api/wire.ts';

type Listener<Name extends EventName> = (payload: HostEvents[Name]) => void;

/** Who listens to which event of the host. */
export interface EventListeners {
  subscribe<Name extends EventName>(name: Name, listener: Listener<Name>): () => void;
  tell(message: EventMessage): void;
}

/** Keeps listeners by event name. A listener that throws does not keep the others from hearing. */
export function createEventListeners(report: (error: unknown) => void): EventListeners {
  const byName = new Map<EventName, Set<(payload: never) => void>>();
  return {
    subscribe(name, listener) {
      const listeners = byName.get(name) ?? new Set();
      byName.set(name, listeners);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(message) {
      for (const listener of byName.get(message.name) ?? []) {
        try {
          listener(message.payload as never);
        } catch (error) {
          report(error);
        }
      }
    },
  };
}
