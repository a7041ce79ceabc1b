/** How long a client that called but never listened counts as there, in milliseconds. */
const SEEN_MILLISECONDS = 30_000;
/** How long a client that stopped listening may stay away before it has left for good, in milliseconds. */
const AWAY_MILLISECONDS = 30_000;

/** Which clients are there. What a client held is let go of once it has left. */
export interface Presence {
  /** The client called. */
  see(clientId: string): void;
  /** The client listens; the function ends that. */
  connect(clientId: string): () => void;
  isPresent(clientId: string): boolean;
  dispose(): void;
}

interface Client {
  connections: number;
  everConnected: boolean;
  seenAt: number;
  leaving: NodeJS.Timeout | undefined;
}

/** `onLeave` is called once for each client that is gone for good. */
export function createPresence(deps: {
  readonly now: () => number;
  readonly onLeave: (clientId: string) => void;
}): Presence {
  const clients = new Map<string, Client>();

  function find(clientId: string): Client {
    const known = clients.get(clientId);
    if (known) return known;
    const client: Client = { connections: 0, everConnected: false, seenAt: deps.now(), leaving: undefined };
    clients.set(clientId, client);
    return client;
  }

  function startLeaving(clientId: string, client: Client): void {
    clearTimeout(client.leaving);
    const leave = (): void => {
      clients.delete(clientId);
      deps.onLeave(clientId);
    };
    client.leaving = setTimeout(leave, AWAY_MILLISECONDS).unref();
  }

  return {
    see: (clientId) => {
      const client = find(clientId);
      client.seenAt = deps.now();
      if (client.connections === 0) startLeaving(clientId, client);
    },
    connect: (clientId) => {
      const client = find(clientId);
      clearTimeout(client.leaving);
      client.connections += 1;
      client.everConnected = true;
      let connected = true;
      return () => {
        if (!connected) return;
        connected = false;
        client.connections -= 1;
        if (client.connections === 0) startLeaving(clientId, client);
      };
    },
    isPresent: (clientId) => {
      const client = clients.get(clientId);
      if (!client) return false;
      return client.connections > 0 || (!client.everConnected && deps.now() - client.seenAt < SEEN_MILLISECONDS);
    },
    dispose: () => {
      for (const { leaving } of clients.values()) clearTimeout(leaving);
      clients.clear();
    },
  };
}
