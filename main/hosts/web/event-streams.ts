import type { ServerResponse } from 'node:http';
import { encodeFrame, HEARTBEAT_MILLISECONDS } from '../../../src/api/wire.ts';
import type { Host } from '../shared/create-host.ts';
import { createEventBacklog, type EventBacklog } from './event-backlog.ts';

/** A client that leaves this much unread is cut off; it may come back for the rest. In bytes. */
const UNREAD_LIMIT = 8 * 1024 * 1024;
/** How long events are kept for a client without a stream, in milliseconds. */
const KEEP_MILLISECONDS = 120_000;

/** The event streams of all pages. */
export interface EventStreams {
  /** The client is known from now on: what happens before its stream is open is kept for it. */
  know(clientId: string): void;
  /** Sends the client's events as the body of `response`, first those after `after`. */
  open(clientId: string, response: ServerResponse, after: number | undefined): void;
  dispose(): void;
}

interface Client {
  readonly backlog: EventBacklog;
  response: ServerResponse | undefined;
  forget: NodeJS.Timeout | undefined;
}

export function createEventStreams(host: Pick<Host, 'listen' | 'connect'>): EventStreams {
  const clients = new Map<string, Client>();
  const heartbeat = setInterval(() => {
    for (const client of clients.values()) send(client, encodeFrame({ kind: 'heartbeat' }));
  }, HEARTBEAT_MILLISECONDS).unref();
  const endListening = host.listen((message, target) => {
    for (const [clientId, client] of clients) {
      if (target === undefined || target === clientId) send(client, client.backlog.add(message));
    }
  });

  function find(clientId: string): Client {
    const known = clients.get(clientId);
    if (known) return known;
    const client: Client = { backlog: createEventBacklog(), response: undefined, forget: undefined };
    clients.set(clientId, client);
    forgetLater(clientId, client);
    return client;
  }

  function forgetLater(clientId: string, client: Client): void {
    clearTimeout(client.forget);
    client.forget = setTimeout(() => clients.delete(clientId), KEEP_MILLISECONDS).unref();
  }

  function open(clientId: string, response: ServerResponse, after: number | undefined): void {
    const client = find(clientId);
    clearTimeout(client.forget);
    client.response?.destroy();
    client.response = response;
    const leave = host.connect(clientId);
    response.on('close', () => {
      leave();
      if (client.response !== response) return;
      client.response = undefined;
      forgetLater(clientId, client);
    });
    const missed = client.backlog.after(after ?? 0);
    const lastId = missed ? (after ?? 0) : client.backlog.lastId();
    response.write(encodeFrame({ kind: 'hello', resumed: missed !== undefined, lastId }) + (missed ?? []).join(''));
  }

  return {
    know: (clientId) => void find(clientId),
    open,
    dispose: () => {
      clearInterval(heartbeat);
      endListening();
      for (const { forget, response } of clients.values()) {
        clearTimeout(forget);
        response?.end();
      }
      clients.clear();
    },
  };
}

function send(client: Client, line: string): void {
  const { response } = client;
  if (!response || response.destroyed) return;
  response.write(line);
  if (response.writableLength > UNREAD_LIMIT) response.destroy();
}
