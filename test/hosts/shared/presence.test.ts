import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPresence } from '../../../main/hosts/shared/presence.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open() {
  const left: string[] = [];
  const presence = createPresence({ now: Date.now, onLeave: (clientId) => left.push(clientId) });
  return { presence, left };
}

test('a page that was closed is absent at once and gone after a while', () => {
  const { presence, left } = open();
  const leave = presence.connect('a');
  expect(presence.isPresent('a')).toBe(true);
  leave();
  leave();
  expect(presence.isPresent('a')).toBe(false);
  expect(left).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(left).toEqual(['a']);
});

test('a line that comes back in time loses nothing', () => {
  const { presence, left } = open();
  presence.connect('a')();
  vi.advanceTimersByTime(20_000);
  presence.connect('a');
  vi.advanceTimersByTime(120_000);
  expect([presence.isPresent('a'), left]).toEqual([true, []]);
});

test('the new stream of a client may open before the old one closes', () => {
  const { presence } = open();
  const leaveOld = presence.connect('a');
  presence.connect('a');
  leaveOld();
  expect(presence.isPresent('a')).toBe(true);
});

test('a page that calls before it listens is there for the moment', () => {
  const { presence, left } = open();
  presence.see('a');
  expect(presence.isPresent('a')).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect([presence.isPresent('a'), left]).toEqual([false, ['a']]);
});

test('nobody knows strangers', () => {
  expect(open().presence.isPresent('a')).toBe(false);
});
