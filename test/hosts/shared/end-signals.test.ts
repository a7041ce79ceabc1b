import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenForEnd } from '../../../main/hosts/shared/end-signals.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function listen(firstEnds: boolean) {
  const source = new EventEmitter();
  const said: string[] = [];
  const stop = listenForEnd(source as unknown as NodeJS.Process, {
    first: () => {
      said.push('first');
      return firstEnds;
    },
    end: () => said.push('end'),
    force: () => said.push('force'),
  });
  const press = (): void => {
    source.emit('SIGINT');
    // The terminal signals the whole group, and the starter passes its own signal on.
    source.emit('SIGINT');
    vi.advanceTimersByTime(100);
  };
  return { source, said, press, stop };
}

test('one press ends, however often its signal comes', () => {
  const { said, press } = listen(true);
  press();
  expect(said).toEqual(['first', 'end']);
});

test('where the first only warns, the second ends and the third forces', () => {
  const { said, press } = listen(false);
  press();
  expect(said).toEqual(['first']);
  press();
  expect(said).toEqual(['first', 'end']);
  press();
  expect(said).toEqual(['first', 'end', 'force', 'force']);
});

test('a press right after the warning counts', () => {
  const { source, said } = listen(false);
  source.emit('SIGINT');
  vi.advanceTimersByTime(60);
  source.emit('SIGINT');
  expect(said).toEqual(['first', 'end']);
});

test.each(['SIGTERM', 'SIGHUP'])('%s ends without asking, once', (signal) => {
  const { source, said } = listen(false);
  source.emit(signal);
  source.emit(signal);
  expect(said).toEqual(['end']);
});

test('afterwards nobody listens', () => {
  const { source, stop } = listen(false);
  stop();
  expect(source.eventNames()).toEqual([]);
});
