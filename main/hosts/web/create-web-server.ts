import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { HostError, type HostErrorCode } from '../../../src/api/errors.ts';
import {
  API_PREFIX,
  CLIENT_HEADER,
  CLIENT_ID_PATTERN,
  EVENTS_PATH,
  type Reply,
  writeTokenFragment,
} from '../../../src/api/wire.ts';
import type { Logger } from '../../services/log/logger.ts';
import { listenOnLoopback } from '../../services/support/listen.ts';
import type { Host } from '../shared/create-host.ts';
import { readPageFile } from '../shared/page-files.ts';
import { createEventStreams } from './event-streams.ts';
import { type GuardOptions, type Refusal, refuseCaller, refuseHost } from './guard.ts';
import { readBody } from './read-body.ts';

export interface WebServerDeps {
  readonly host: Host;
  /** The built page. */
  readonly pageFolder: string;
  readonly token: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly allowedHosts: readonly string[];
  readonly log: Logger;
}

export interface WebServer {
  readonly port: number;
  /** The address with its token. */
  readonly address: string;
  dispose(): Promise<void>;
}

/** Serves the page and the contract on 127.0.0.1. Throws what listening throws (EADDRINUSE, EACCES). */
export async function createWebServer(deps: WebServerDeps): Promise<WebServer> {
  const streams = createEventStreams(deps.host);

  async function answer(request: IncomingMessage, response: ServerResponse, port: number): Promise<void> {
    const guard: GuardOptions = { port, token: deps.token, allowedHosts: deps.allowedHosts };
    const method = request.method ?? '';
    const url = request.url ?? '';
    const refused = refuseHost(request.headers, guard);
    if (refused) return refuse(request, response, refused);
    if (!url.startsWith(API_PREFIX)) return await sendPageFile(deps.pageFolder, method, url, response);
    const refusedCaller = refuseCaller(method, request.headers, guard);
    if (refusedCaller) return refuse(request, response, refusedCaller);
    const clientId = readClientId(request);
    streams.know(clientId);
    const [path, query] = url.split('?', 2);
    if (path === EVENTS_PATH) return openStream(method, clientId, query, response);
    await answerCall(method, (path ?? '').slice(API_PREFIX.length), clientId, request, response);
  }

  function openStream(method: string, clientId: string, query: string | undefined, response: ServerResponse): void {
    if (method !== 'GET') {
      sendReply(response, 405, failed('unknown-method', { method: 'events' }));
      return;
    }
    const after = /^after=(\d{1,15})$/.exec(query ?? '')?.[1];
    response.writeHead(200, { ...API_HEADERS, 'Content-Type': 'application/x-ndjson; charset=utf-8' });
    streams.open(clientId, response, after === undefined ? undefined : Number(after));
  }

  async function answerCall(
    method: string,
    name: string,
    clientId: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (method !== 'POST') return sendReply(response, 405, failed('unknown-method', { method: name.slice(0, 100) }));
    const reply = await deps.host.call(name, await readBody(request, name), { clientId });
    sendReply(response, statusOf(reply), reply);
  }

  function answerSafely(request: IncomingMessage, response: ServerResponse, port: number): void {
    answer(request, response, port).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) {
        response.destroy();
        return;
      }
      if (!(error instanceof HostError)) deps.log.error('web host', error);
      const reply: Reply = error instanceof HostError ? { ok: false, error: error.failure } : failed('internal');
      endEarly(request);
      sendReply(response, statusOf(reply), reply);
    });
  }

  const { server, port } = await listenOnLoopback(answerSafely, deps.port);
  return {
    port,
    address: `http://127.0.0.1:${port}/${writeTokenFragment(deps.token)}`,
    dispose: async () => {
      streams.dispose();
      await closeServer(server);
    },
  };
}

const API_HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

const STATUSES: Partial<Record<HostErrorCode, number>> = {
  unauthorised: 401,
  'unknown-method': 404,
  'invalid-params': 400,
  'too-large': 413,
  internal: 500,
};

/** Expected failures of a call are answers like any other, so browsers do not report them as broken requests. */
function statusOf(reply: Reply): number {
  return reply.ok ? 200 : (STATUSES[reply.error.code] ?? 200);
}

function failed(code: HostErrorCode, values: { readonly [name: string]: string } = {}): Reply {
  return { ok: false, error: { code, values } };
}

function refuse(request: IncomingMessage, response: ServerResponse, { status, reason }: Refusal): void {
  endEarly(request);
  sendReply(response, status, failed('unauthorised', { reason }));
}

/** How long the rest of a refused body is thrown away before the line is cut, in milliseconds. */
const DISCARD_MILLISECONDS = 1000;

/** A line that is cut while its body is still coming may lose the answer with it, so the rest is let in for a moment. */
function endEarly(request: IncomingMessage): void {
  if (request.complete) return;
  request.resume();
  const timer = setTimeout(() => request.socket.destroy(), DISCARD_MILLISECONDS).unref();
  request.on('end', () => clearTimeout(timer));
}

function sendReply(response: ServerResponse, status: number, reply: Reply): void {
  const body = Buffer.from(JSON.stringify(reply));
  response.writeHead(status, {
    ...API_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(body);
}

async function sendPageFile(folder: string, method: string, url: string, response: ServerResponse): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { ...API_HEADERS, Allow: 'GET, HEAD', 'Content-Length': 0 }).end();
    return;
  }
  const file = await readPageFile(folder, url);
  if (!file) {
    response.writeHead(404, { ...API_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  response.writeHead(200, { ...file.headers, 'Content-Length': file.content.length });
  response.end(method === 'HEAD' ? undefined : file.content);
}

function readClientId(request: IncomingMessage): string {
  const clientId = request.headers[CLIENT_HEADER.toLowerCase()];
  if (typeof clientId === 'string' && CLIENT_ID_PATTERN.test(clientId)) return clientId;
  throw new HostError('invalid-params', { method: '', field: CLIENT_HEADER });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
