import { type IncomingMessage, request as startRequest } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWebServer, type WebServer } from '../../main/hosts/web/create-web-server.ts';
import { createToken } from '../../main/hosts/web/token.ts';
import { createFrameReader, type Frame } from '../../src/api/wire.ts';
import { openTestHost, type TestHost } from './open-test-host.ts';

const token = createToken();
let opened: TestHost;
let server: WebServer;

beforeEach(async () => {
  opened = await openTestHost();
  const { host, log, folder } = opened;
  server = await createWebServer({ host, pageFolder: join(folder, 'page'), token, port: 0, allowedHosts: [], log });
});
afterEach(async () => {
  await server.dispose();
  await opened.dispose();
});

interface Stream {
  /** Resolves to the next frame that is no heartbeat. */
  next(): Promise<Frame>;
  readonly response: IncomingMessage;
  close(): void;
}

const clientId = 'a-client-of-the-tests';

function openStream(after?: number): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const path = after === undefined ? '/api/events' : `/api/events?after=${after}`;
    const headers = { Authorization: `Bearer ${token}`, 'X-Pipewright-Client': clientId };
    const request = startRequest({ host: '127.0.0.1', port: server.port, path, headers }, (response) => {
      const read = createFrameReader();
      const frames: Frame[] = [];
      let wake: (() => void) | undefined;
      response.setEncoding('utf8').on('data', (text: string) => {
        frames.push(...read(text).filter(({ kind }) => kind !== 'heartbeat'));
        wake?.();
      });
      const next = async (): Promise<Frame> => {
        for (let frame = frames.shift(); ; frame = frames.shift()) {
          if (frame) return frame;
          await new Promise<void>((resolveWake) => {
            wake = resolveWake;
          });
        }
      };
      resolve({ next, response, close: () => request.destroy() });
    });
    request.on('error', reject);
    request.end();
  });
}

/** An event to everybody. */
function emit(activeRuns: string): void {
  opened.host.act(activeRuns, clientId);
}

test('a stream begins with a greeting and brings events in order', async () => {
  const stream = await openStream();
  expect(stream.response.headers['content-type']).toContain('application/x-ndjson');
  expect(await stream.next()).toEqual({ kind: 'hello', resumed: true, lastId: 0 });
  emit('one');
  emit('two');
  expect(await stream.next()).toEqual({ kind: 'event', id: 1, name: 'host.action', payload: { actionId: 'one' } });
  expect(await stream.next()).toMatchObject({ id: 2, payload: { actionId: 'two' } });
  stream.close();
});

test('events meant for another client do not come', async () => {
  const stream = await openStream();
  await stream.next();
  opened.host.act('other', 'another-client-of-tests');
  emit('own');
  expect(await stream.next()).toMatchObject({ id: 1, payload: { actionId: 'own' } });
  stream.close();
});

test('what was missed while the line was down comes afterwards', async () => {
  const first = await openStream();
  await first.next();
  emit('heard');
  expect(await first.next()).toMatchObject({ id: 1 });
  const closed = new Promise((resolve) => first.response.once('close', resolve));
  first.close();
  await closed;
  emit('missed');
  const second = await openStream(1);
  expect(await second.next()).toEqual({ kind: 'hello', resumed: true, lastId: 1 });
  expect(await second.next()).toMatchObject({ id: 2, payload: { actionId: 'missed' } });
  second.close();
});

test('a gap that cannot be filled is said', async () => {
  const first = await openStream();
  await first.next();
  first.close();
  for (let count = 0; count < 5000; count += 1) emit('many');
  const second = await openStream(1);
  expect(await second.next()).toEqual({ kind: 'hello', resumed: false, lastId: 5000 });
  second.close();
});

test('an id from another launch cannot be resumed', async () => {
  const stream = await openStream(99);
  expect(await stream.next()).toEqual({ kind: 'hello', resumed: false, lastId: 0 });
  stream.close();
});

test('a second stream of a client takes over from the first', async () => {
  const first = await openStream();
  await first.next();
  const ended = new Promise((resolve) => first.response.once('close', resolve));
  const second = await openStream();
  await second.next();
  await ended;
  emit('one');
  expect(await second.next()).toMatchObject({ id: 1 });
  second.close();
});

test('a client that does not read is cut off and the host goes on', async () => {
  const stream = await openStream();
  await stream.next();
  stream.response.pause();
  const ended = new Promise((resolve) => stream.response.once('close', resolve));
  const long = 'x'.repeat(1024 * 1024);
  for (let count = 0; count < 40; count += 1) emit(long);
  stream.response.resume();
  await ended;
  const again = await openStream(0);
  expect(await again.next()).toMatchObject({ kind: 'hello', resumed: false });
  again.close();
});

test('ending the server ends the streams', async () => {
  const stream = await openStream();
  await stream.next();
  const ended = new Promise((resolve) => stream.response.once('close', resolve));
  await server.dispose();
  await ended;
});
