import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEventStream } from '../../../renderer/host/event-stream.ts';
import type { ConnectionChange } from '../../../renderer/host.ts';
import { type EventMessage, encodeFrame, type Frame, HEARTBEAT_MILLISECONDS } from '../../../src/api/wire.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A host whose streams the test writes and breaks by hand. */
function createFakeHost(...statuses: number[]) {
  const paths: string[] = [];
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const heard: EventMessage[] = [];
  const changes: ConnectionChange[] = [];
  const open = async (path: string, signal: AbortSignal): Promise<Response> => {
    paths.push(path);
    const status = statuses.shift() ?? 200;
    if (status === 0) throw new TypeError('unreachable');
    if (status !== 200) return new Response('', { status });
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void streams.push(controller) });
    signal.addEventListener('abort', () => streams.at(-1)?.error(signal.reason));
    return new Response(body, { status });
  };
  const stream = openEventStream({ open, tell: (message) => heard.push(message) });
  stream.onChange((change) => changes.push(change));
  const write = (frame: Frame): void => streams.at(-1)?.enqueue(new TextEncoder().encode(encodeFrame(frame)));
  const settle = (milliseconds = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
  return { paths, heard, changes, stream, write, settle, breakLine: () => streams.at(-1)?.error(new Error('gone')) };
}

const removed = { kind: 'event', name: 'workspace.pipelinesChanged', payload: { root: '/a' } } as const;

describe('the event stream', () => {
  it('says when it is open and passes events on', async () => {
    const host = createFakeHost();
    await host.settle();
    host.write({ kind: 'hello', resumed: false, lastId: 4 });
    host.write({ ...removed, id: 5 });
    await host.settle();
    expect(host.changes.map((change) => change.state)).toEqual(['connecting', 'online']);
    expect(host.heard.map((message) => message.payload)).toEqual([{ root: '/a' }]);
  });

  it('opens again after a break and asks for what it missed', async () => {
    const host = createFakeHost();
    await host.settle();
    host.write({ kind: 'hello', resumed: false, lastId: 4 });
    host.write({ ...removed, id: 9 });
    await host.settle();
    host.breakLine();
    await host.settle(300);
    expect(host.paths).toEqual(['/api/events', '/api/events?after=9']);
    host.write({ kind: 'hello', resumed: true, lastId: 9 });
    await host.settle();
    expect(host.changes.map(({ state, missedEvents }) => [state, missedEvents])).toEqual([
      ['connecting', false],
      ['online', false],
      ['offline', false],
      ['online', false],
    ]);
  });

  it('says that events were missed when the host cannot go on from there', async () => {
    const host = createFakeHost();
    await host.settle();
    host.write({ kind: 'hello', resumed: false, lastId: 4 });
    await host.settle();
    host.breakLine();
    await host.settle(300);
    host.write({ kind: 'hello', resumed: false, lastId: 0 });
    await host.settle();
    expect(host.changes.at(-1)).toEqual({ state: 'online', missedEvents: true });
  });

  it('waits longer after each failure, and not at all when asked', async () => {
    const host = createFakeHost(0, 0, 0, 0);
    await host.settle();
    expect(host.paths).toHaveLength(1);
    await host.settle(250);
    expect(host.paths).toHaveLength(2);
    await host.settle(499);
    expect(host.paths).toHaveLength(2);
    await host.settle(1);
    expect(host.paths).toHaveLength(3);
    host.stream.retryNow();
    await host.settle();
    expect(host.paths).toHaveLength(4);
  });

  it('takes a silent line for a dead one', async () => {
    const host = createFakeHost();
    await host.settle();
    host.write({ kind: 'hello', resumed: false, lastId: 0 });
    await host.settle(HEARTBEAT_MILLISECONDS * 2 - 1);
    expect(host.changes.at(-1)?.state).toBe('online');
    await host.settle(1);
    expect(host.changes.at(-1)?.state).toBe('offline');
  });

  it('keeps a line that only beats', async () => {
    const host = createFakeHost();
    await host.settle();
    host.write({ kind: 'hello', resumed: false, lastId: 0 });
    for (let beat = 0; beat < 5; beat += 1) {
      await host.settle(HEARTBEAT_MILLISECONDS);
      host.write({ kind: 'heartbeat' });
    }
    await host.settle(HEARTBEAT_MILLISECONDS);
    expect(host.changes.at(-1)?.state).toBe('online');
    expect(host.paths).toHaveLength(1);
  });

  it('gives up when the token is refused', async () => {
    const host = createFakeHost(401);
    await host.settle(60_000);
    expect(host.paths).toHaveLength(1);
    expect(host.changes.at(-1)?.state).toBe('refused');
  });

  it('ends for good', async () => {
    const host = createFakeHost();
    await host.settle();
    host.stream.dispose();
    await host.settle(60_000);
    expect(host.paths).toHaveLength(1);
  });
});
