import { HostError } from '../../src/api/errors.ts';
import type { MethodName, MethodParams } from '../../src/api/params.ts';
import type { MethodResult } from '../../src/api/results.ts';
import { CLIENT_HEADER, decodeReply, pathOfMethod } from '../../src/api/wire.ts';
import { createEventListeners } from './event-listeners.ts';
import { openEventStream } from './event-stream.ts';
import type { PageHost } from './page-host.ts';

export interface WebHostOptions {
  /** Origin of the web host, such as `http://127.0.0.1:4280`. */
  readonly base: string;
  readonly token: string | null;
  readonly fetch?: typeof fetch;
}

/** The host behind loopback HTTP: methods by POST, events by a stream that is opened again whenever it breaks. */
export function createWebHost(options: WebHostOptions): PageHost {
  const fetcher = options.fetch ?? globalThis.fetch.bind(globalThis);
  const listeners = createEventListeners((error) => reportError(error));
  const headers = {
    Authorization: `Bearer ${options.token ?? ''}`,
    [CLIENT_HEADER]: crypto.randomUUID(),
    'Content-Type': 'application/json',
  };
  const stream = openEventStream({
    open: (path, signal) => fetcher(options.base + path, { headers, signal, cache: 'no-store' }),
    tell: listeners.tell,
  });

  async function call<Name extends MethodName>(name: Name, params: MethodParams<Name>): Promise<MethodResult<Name>> {
    const reply = decodeReply(await post(name, params));
    if (reply.ok) return reply.result as MethodResult<Name>;
    if (reply.error.code === 'unauthorised') stream.refuse();
    throw new HostError(reply.error.code, reply.error.values, reply.error.data);
  }

  async function post(name: MethodName, params: unknown): Promise<unknown> {
    try {
      const body = JSON.stringify(params);
      const response = await fetcher(options.base + pathOfMethod(name), { method: 'POST', headers, body });
      return await response.json();
    } catch {
      stream.retryNow();
      throw new HostError('host-unreachable');
    }
  }

  return { call, subscribe: listeners.subscribe, onConnectionChange: stream.onChange, dispose: stream.dispose };
}
