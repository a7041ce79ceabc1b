import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf } from '../../../renderer/panels/logs/log/log-lines.ts';
import {
  appendSlice,
  EMPTY_WINDOW,
  growTo,
  prependSlice,
  windowOf,
} from '../../../renderer/panels/logs/log/log-window.ts';

const slice = (text: string, start: number, size: number) => ({
  text,
  start,
  end: start + text.length,
  size,
  complete: false,
});

it('shows the same lines however a text is cut into slices', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
  fc.assert(
    fc.property(text, fc.array(fc.nat(20)), (whole, cuts) => {
      let window = EMPTY_WINDOW;
      let at = 0;
      for (const length of [...cuts, whole.length]) {
        const part = whole.slice(at, at + length);
        window = appendSlice(window, slice(part, at, whole.length));
        at += part.length;
      }
      const expected = whole.replace(/\n$/, '').split('\n');
      const shown = linesOf(window).map((line) => line.text);
      expect(shown).toEqual(whole === '' ? [] : expected);
      expect(new Set(linesOf(window).map((line) => line.key)).size).toBe(shown.length);
    }),
  );
});

it('shows the same lines when a text is read backwards', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n'), minLength: 1 });
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 1, max: 9 })), (whole, steps) => {
      let at = whole.length - 1;
      let window = windowOf(slice(whole.slice(at), at, whole.length), null);
      for (const step of [...steps, whole.length]) {
        const start = Math.max(0, at - step);
        window = prependSlice(window, slice(whole.slice(start, at), start, whole.length));
        at = start;
      }
      expect(linesOf(window).map((line) => line.text)).toEqual(whole.replace(/\n$/, '').split('\n'));
      expect(window.firstLine).toBe(1);
    }),
  );
});

it('takes in nothing that does not follow on', () => {
  const window = windowOf(slice('abc\n', 0, 100), 1);
  expect(appendSlice(window, slice('xyz', 50, 100))).toBe(window);
  expect(prependSlice(window, slice('xyz', 50, 100))).toBe(window);
});

it('is no longer complete when the log has grown', () => {
  const ended = { ...windowOf(slice('abc\n', 0, 4), 1), complete: true };
  expect(growTo(ended, 4)).toBe(ended);
  expect(growTo(ended, 9)).toMatchObject({ size: 9, complete: false });
});

it('shows what a progress bar wrote last, and a very long line in pieces', () => {
  const bar = windowOf(slice('10%\r20%\r30%\r\nnext\r\n', 0, 40), 1);
  expect(linesOf(bar).map((line) => line.text)).toEqual(['30%', 'next']);
  const long = windowOf(slice(`${'x'.repeat(9_000)}\nend`, 0, 9_004), 1);
  const lines = linesOf(long);
  expect(lines.map(({ number }) => number)).toEqual([1, null, null, 2]);
  expect(
    lines
      .slice(0, 3)
      .map(({ text }) => text)
      .join(''),
  ).toBe('x'.repeat(9_000));
});
