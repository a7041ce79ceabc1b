import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse, port: number) => void;

/** Listens on 127.0.0.1 only; port 0 takes a free one. Throws what Node throws (EADDRINUSE, EACCES). */
export async function listenOnLoopback(
  answer: Answer,
  port = 0,
): Promise<{ readonly server: Server; readonly port: number }> {
  let actual = port;
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000 }, (request, response) =>
    answer(request, response, actual),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  actual = (server.address() as AddressInfo).port;
  return { server, port: actual };
}
