import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWebServer, type WebServer } from '../../main/hosts/web/create-web-server.ts';
import { createToken } from '../../main/hosts/web/token.ts';
import { openTestHost, type TestHost } from './open-test-host.ts';
import { type RawRequest, type RawResponse, sendRaw } from './raw-request.ts';

const token = createToken();
const clientId = 'a-client-of-the-tests';
let test_: TestHost;
let server: WebServer;
let pageFolder: string;

beforeAll(async () => {
  test_ = await openTestHost();
  pageFolder = join(test_.folder, 'page');
  await mkdir(join(pageFolder, 'assets'), { recursive: true });
  await writeFile(join(pageFolder, 'index.html'), '<script src="./assets/a.js"></script><i nonce="__CSP_NONCE__">');
  await writeFile(join(pageFolder, 'assets', 'a.js'), 'let a;');
  await writeFile(join(test_.folder, 'secret.txt'), 'secret');
  await symlink(join(test_.folder, 'secret.txt'), join(pageFolder, 'link.txt'));
  const { host, log } = test_;
  server = await createWebServer({ host, pageFolder, token, port: 0, allowedHosts: ['box.example'], log });
});
afterAll(async () => {
  await server.dispose();
  await test_.dispose();
});

const own = (): string => `127.0.0.1:${server.port}`;

/** A call as our own page makes it; a header that is undefined is left out. */
function call(
  headers: { readonly [name: string]: string | undefined } = {},
  request: Partial<RawRequest> = {},
): Promise<RawResponse> {
  const all: Record<string, string | undefined> = {
    Host: own(),
    Origin: `http://${own()}`,
    Authorization: `Bearer ${token}`,
    'X-Pipewright-Client': clientId,
    'Content-Type': 'application/json',
    ...headers,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  return sendRaw({ port: server.port, method: 'POST', path: '/api/host.info', body: '{}', headers: given, ...request });
}

const page = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<RawResponse> =>
  sendRaw({ port: server.port, path, method, headers: { Host: own(), ...headers } });

function codeOf(response: RawResponse): string {
  return JSON.parse(response.text).error?.code ?? 'none';
}

describe('who may call', () => {
  test('our own page may', async () => {
    const response = await call();
    expect(response.status).toBe(200);
    expect(JSON.parse(response.text).ok).toBe(true);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['no token', { Authorization: undefined }],
    ['an empty token', { Authorization: 'Bearer ' }],
    ['a wrong token', { Authorization: `Bearer ${createToken()}` }],
    ['the beginning of the token', { Authorization: `Bearer ${token.slice(0, 42)}` }],
    ['more than the token', { Authorization: `Bearer ${token}x` }],
    ['another scheme', { Authorization: `Basic ${token}` }],
    ['the token alone', { Authorization: token }],
  ])('%s is refused', async (_name, headers) => {
    const response = await call(headers);
    expect([response.status, codeOf(response)]).toEqual([401, 'unauthorised']);
    expect(response.text).not.toContain(token);
  });

  test.each([
    ['a foreign Origin', { Origin: 'https://evil.example' }],
    ['the Origin of another port', { Origin: 'http://127.0.0.1:1' }],
    ['a sandboxed Origin', { Origin: 'null' }],
    ['no Origin', { Origin: undefined }],
    ['a request that a foreign page makes', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a request from another port', { 'Sec-Fetch-Site': 'same-site' }],
  ])('%s is refused, token or not', async (_name, headers) => {
    const response = await call(headers);
    expect([response.status, codeOf(response)]).toEqual([403, 'unauthorised']);
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('a name that was turned to this machine (DNS rebinding) is refused', async () => {
    const host = `evil.example:${server.port}`;
    const response = await call({ Host: host, Origin: `http://${host}` });
    expect([response.status, codeOf(response)]).toEqual([403, 'unauthorised']);
    expect((await page('/', { Host: host })).status).toBe(403);
    expect((await page('/', { Host: '127.0.0.1:1' })).status).toBe(403);
  });

  test.each(['localhost', 'LOCALHOST'])('%s is this machine', async (name) => {
    const host = `${name}:${server.port}`;
    expect((await call({ Host: host, Origin: `http://${host}` })).status).toBe(200);
  });

  test('a host that was allowed by name is served, from its own origin', async () => {
    expect((await call({ Host: 'box.example', Origin: 'https://box.example' })).status).toBe(200);
    expect((await call({ Host: 'box.example', Origin: `http://${own()}` })).status).toBe(403);
  });

  test.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH'])('%s does nothing and allows no other origin', async (method) => {
    const response = await call({ Origin: 'https://evil.example' }, { method, body: '' });
    expect(response.status).toBe(403);
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
    expect((await call({}, { method, body: '' })).status).toBe(405);
  });

  test('a call by GET is refused, even with everything right', async () => {
    expect((await call({}, { method: 'GET', body: '' })).status).toBe(405);
  });

  test('the event stream asks for the same', async () => {
    const stream = { method: 'GET', path: '/api/events', body: '' };
    expect((await call({ Authorization: undefined }, stream)).status).toBe(401);
    expect((await call({ Origin: 'https://evil.example' }, stream)).status).toBe(403);
    expect((await call({ Host: 'evil.example' }, stream)).status).toBe(403);
  });

  test.each([undefined, 'short', 'with space in it here', 'x'.repeat(65)])(
    'a client must have a name: %j',
    async (name) => {
      const response = await call({ 'X-Pipewright-Client': name });
      expect([response.status, codeOf(response)]).toEqual([400, 'invalid-params']);
    },
  );
});

describe('what a body may be', () => {
  test.each(['', '{', 'null', '[]', '"text"', '{"a":1}', '\u0000', '{"__proto__":{}}'])(
    '%j is refused',
    async (body) => {
      const response = await call({}, { body });
      expect([response.status, codeOf(response)]).toEqual([400, 'invalid-params']);
    },
  );

  test('bytes that are no UTF-8 are refused', async () => {
    const response = await call({}, { body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) });
    expect(response.status).toBe(400);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', undefined])('%s is not JSON', async (type) => {
    expect((await call({ 'Content-Type': type })).status).toBe(400);
  });

  test('a body that says it is too large is refused unread', async () => {
    const response = await call({ 'Content-Length': String(9 * 1024 * 1024) }, { body: '{}'.padEnd(9 * 1024 * 1024) });
    expect([response.status, codeOf(response)]).toEqual([413, 'too-large']);
  });

  test('a body that does not say its size is cut off at the limit', async () => {
    const sent = await sendEndless(server.port);
    expect(sent.status).toContain('413');
    expect(sent.bytes).toBeLessThan(64 * 1024 * 1024);
  });

  test('after all this the host answers as before', async () => {
    expect((await call()).status).toBe(200);
  });
});

describe('the files of the page', () => {
  test('the page has a policy with a nonce of its own each time, and nothing inline without it', async () => {
    const [first, second] = [await page('/'), await page('/')];
    const policy = String(first.headers['content-security-policy']);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
    expect(first.text).toBe(`<script nonce="${nonce}" src="./assets/a.js"></script><i nonce="${nonce}">`);
    expect(policy).not.toContain('unsafe');
    expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(second.headers['content-security-policy']).not.toBe(policy);
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  test('files need no token, and have their media type', async () => {
    const response = await page('/assets/a.js');
    expect([response.status, response.text]).toEqual([200, 'let a;']);
    expect(response.headers['content-type']).toContain('text/javascript');
    expect((await page('/assets/a.js', {}, 'HEAD')).text).toBe('');
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//etc/passwd',
    '/link.txt',
    '/assets/a.js%00.txt',
    '/%',
    '/assets',
    '/nothing.js',
    'http://127.0.0.1/secret.txt',
  ])('%s is not served', async (path) => {
    const response = await page(path);
    expect(response.status).toBe(404);
    expect(response.text).not.toContain('secret');
  });

  test.each(['POST', 'PUT', 'DELETE'])('%s to a file is refused', async (method) => {
    expect((await page('/', {}, method)).status).toBe(405);
  });

  test('files say by themselves that no other site may use them', async () => {
    const { headers } = await page('/assets/a.js');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

/** Sends a chunked body without end until the server answers or closes. */
function sendEndless(port: number): Promise<{ readonly status: string; readonly bytes: number }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const piece = Buffer.alloc(1024 * 1024, 0x20);
    let bytes = 0;
    let status = '';
    const head = `POST /api/host.info HTTP/1.1\r\nHost: ${own()}\r\nOrigin: http://${own()}\r\nAuthorization: Bearer ${token}\r\nX-Pipewright-Client: ${clientId}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const pump = (): void => {
      if (status !== '' || socket.destroyed) return;
      bytes += piece.length;
      socket.write(`${piece.length.toString(16)}\r\n`);
      socket.write(piece);
      socket.write('\r\n', pump);
    };
    socket.on('data', (data) => {
      status ||= data.toString().split('\r\n')[0] ?? '';
      socket.destroy();
    });
    // The server may close while a piece is on its way.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ status, bytes }));
    socket.write(head, pump);
  });
}
