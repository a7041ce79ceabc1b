import { describe, expect, it } from 'vitest';
import { takeToken } from '../../../renderer/host/token.ts';
import { createWebHost } from '../../../renderer/host/web-host.ts';
import { HostError } from '../../../src/api/errors.ts';
import { CLIENT_HEADER, CLIENT_ID_PATTERN } from '../../../src/api/wire.ts';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
}

function connect(reply: () => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const fetcher = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = String(input);
    if (url.includes('/api/events')) return new Promise<Response>(() => undefined);
    sent.push({ url, method: init.method ?? 'GET', headers: new Headers(init.headers), body: String(init.body) });
    return await reply();
  };
  const host = createWebHost({ base: 'http://127.0.0.1:4', token: 'secret', fetch: fetcher });
  return { host, sent };
}

async function failureOf(work: Promise<unknown>): Promise<HostError> {
  const error = await work.catch((caught: unknown) => caught);
  if (!(error instanceof HostError)) throw new Error(`Not a HostError: ${String(error)}`);
  return error;
}

describe('a call over HTTP', () => {
  it('posts the params with the token and the client’s name', async () => {
    const { host, sent } = connect(() => Response.json({ ok: true, result: { path: '/b' } }));
    expect(await host.call('dialog.pick', { kind: 'open-file' })).toEqual({ path: '/b' });
    const [request] = sent;
    expect(request).toMatchObject({
      url: 'http://127.0.0.1:4/api/dialog.pick',
      method: 'POST',
      body: '{"kind":"open-file"}',
    });
    expect(request?.headers.get('Authorization')).toBe('Bearer secret');
    expect(request?.headers.get(CLIENT_HEADER)).toMatch(CLIENT_ID_PATTERN);
    host.dispose();
  });

  it('rejects with the host’s failure', async () => {
    const failure = { code: 'not-found', values: { path: '/a' }, data: [1] };
    const { host } = connect(() => Response.json({ ok: false, error: failure }, { status: 404 }));
    expect((await failureOf(host.call('files.read', { path: '/a' }))).failure).toEqual(failure);
    host.dispose();
  });

  it.each([
    ['a broken line', () => Promise.reject(new TypeError('no route')), 'host-unreachable'],
    ['what is no JSON', () => new Response('<html>'), 'host-unreachable'],
    ['what is no reply', () => Response.json({ hello: 1 }), 'internal'],
    ['an unknown failure', () => Response.json({ ok: false, error: { code: 'odd', values: {} } }), 'internal'],
  ] as const)('turns %s into a failure of its own', async (_, reply, code) => {
    const { host } = connect(reply);
    expect((await failureOf(host.call('host.info', {}))).failure.code).toBe(code);
    host.dispose();
  });

  it('shows the page how to get in when its token is refused', async () => {
    const { host } = connect(() =>
      Response.json({ ok: false, error: { code: 'unauthorised', values: {} } }, { status: 401 }),
    );
    const states: string[] = [];
    host.onConnectionChange(({ state }) => states.push(state));
    await failureOf(host.call('host.info', {}));
    expect(states).toEqual(['connecting', 'refused']);
    host.dispose();
  });
});

describe('takeToken', () => {
  const token = 'A'.repeat(43);

  function openPage(hash: string, stored: string | null) {
    const storage = new Map<string, string>(stored === null ? [] : [['pipewright.token', stored]]);
    const addresses: string[] = [];
    const page = {
      location: { hash, pathname: '/', search: '' },
      history: { replaceState: (_state: unknown, _title: string, address: string) => void addresses.push(address) },
      sessionStorage: {
        getItem: (key: string) => storage.get(key) ?? null,
        setItem: (key: string, value: string) => void storage.set(key, value),
      },
    };
    return { page: page as unknown as Window, storage, addresses };
  }

  it('takes it from the address, wipes it there and keeps it', () => {
    const { page, storage, addresses } = openPage(`#token=${token}`, 'old');
    expect(takeToken(page)).toBe(token);
    expect(addresses).toEqual(['/']);
    expect([...storage.values()]).toEqual([token]);
  });

  it('takes the kept one after a reload', () => {
    expect(takeToken(openPage('', token).page)).toBe(token);
  });

  it.each(['', '#token=short', '#other'])('has none in %s', (hash) => {
    const { page, addresses } = openPage(hash, null);
    expect(takeToken(page)).toBeNull();
    expect(addresses).toEqual([]);
  });
});
