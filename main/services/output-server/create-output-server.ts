import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { listenOnLoopback } from '../support/listen.ts';

/** The most files that have an address at one time; the oldest lose theirs. */
const TICKET_LIMIT = 500;

const MEDIA_TYPES: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

/** Scripts may run there (plots need them), on an origin of their own that can reach nothing. */
const POLICY = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/** Shows files of runs, which are nobody's trusted code, from an address of their own. */
export interface OutputServer {
  /** An address that cannot be guessed for one file. The listener starts with the first. */
  publish(path: string): Promise<string>;
  dispose(): Promise<void>;
}

/** A second loopback listener: another port is another origin, so nothing it shows can call the host. */
export function createOutputServer(): OutputServer {
  const paths = new Map<string, string>();
  const tickets = new Map<string, string>();
  let listening: Promise<{ readonly server: Server; readonly port: number }> | undefined;

  function issueTicket(path: string): string {
    const known = tickets.get(path);
    if (known !== undefined) return known;
    const ticket = randomBytes(32).toString('base64url');
    tickets.set(path, ticket);
    paths.set(ticket, path);
    const [oldest] = tickets;
    if (tickets.size > TICKET_LIMIT && oldest) {
      tickets.delete(oldest[0]);
      paths.delete(oldest[1]);
    }
    return ticket;
  }

  async function answer(request: IncomingMessage, response: ServerResponse, port: number): Promise<void> {
    const path = paths.get(request.url?.slice(1) ?? '');
    const isForUs =
      request.headers.host === `127.0.0.1:${port}` && (request.method === 'GET' || request.method === 'HEAD');
    const found = isForUs && path !== undefined ? await stat(path).catch(() => undefined) : undefined;
    if (path === undefined || !found?.isFile()) {
      response.writeHead(404, { 'Content-Length': 0 }).end();
      return;
    }
    response.writeHead(200, { ...headersFor(path), 'Content-Length': found.size });
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(path, { end: Math.max(0, found.size - 1) }), response);
  }

  return {
    publish: async (path) => {
      listening ??= listenOnLoopback(
        (request, response, port) => void answer(request, response, port).catch(() => response.destroy()),
      );
      const { port } = await listening;
      return `http://127.0.0.1:${port}/${issueTicket(path)}`;
    },
    dispose: async () => {
      const started = await listening;
      if (!started) return;
      const closed = new Promise<void>((resolve) => started.server.close(() => resolve()));
      started.server.closeAllConnections();
      await closed;
    },
  };
}

function headersFor(path: string): { readonly [name: string]: string } {
  return {
    'Content-Type': MEDIA_TYPES[extname(path).toLowerCase()] ?? 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'no-store',
  };
}
