import { expect, test } from 'vitest';
import { ELECTRON_CALL_CHANNEL, ELECTRON_EVENT_CHANNEL } from '../../../src/api/wire.ts';
import { loadBridge, loadPreload } from '../../contract/load-preload.ts';

test('the page gets two functions and nothing else', () => {
  const exposed = loadPreload({ invoke: async () => null, on: () => undefined, removeListener: () => undefined });
  expect(Object.keys(exposed)).toEqual(['pipewright']);
  expect(Object.keys(exposed.pipewright as object).sort()).toEqual(['call', 'subscribe']);
});

test('they use the channels of the wire format, and pass no event objects on', async () => {
  const invoked: unknown[] = [];
  const heard: unknown[] = [];
  const listeners = new Map<string, (event: unknown, frame: unknown) => void>();
  const bridge = loadBridge({
    invoke: async (...parameters) => {
      invoked.push(parameters);
      return { ok: true, result: null };
    },
    on: (channel, hear) => listeners.set(channel, hear),
    removeListener: (channel) => listeners.delete(channel),
  });
  await bridge.call('host.info', {});
  expect(invoked).toEqual([[ELECTRON_CALL_CHANNEL, 'host.info', {}]]);
  const end = bridge.subscribe((...parameters) => heard.push(parameters));
  listeners.get(ELECTRON_EVENT_CHANNEL)?.({ sender: 'secret' }, { kind: 'heartbeat' });
  expect(heard).toEqual([[{ kind: 'heartbeat' }]]);
  end();
  expect(listeners.size).toBe(0);
});
