import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../renderer/panels/logs/log/log-lines.ts';
import { createLogReader } from '../../../renderer/panels/logs/log/log-reader.ts';
import { SEGMENT_BYTES, WINDOW_BYTES, windowEnd, windowStart } from '../../../renderer/panels/logs/log/log-window.ts';
import { createFakeLog } from './fake-log.ts';

const lines = (count: number): string =>
  Array.from({ length: count }, (_line, index) => `line ${index + 1} é\n`).join('');
const LONG = lines(300_000);
const LONG_BYTES = Buffer.byteLength(LONG);

function textsOf(reader: ReturnType<typeof createLogReader>): readonly string[] {
  return linesOf(reader.window()).map((line) => line.text);
}

describe('following a log', () => {
  it('shows a short log whole, with the numbers of its lines', async () => {
    const reader = createLogReader(createFakeLog('one\ntwo\nthree').read, () => undefined);
    await reader.follow();
    expect(linesOf(reader.window()).map(({ number, text }) => [number, text])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ]);
  });

  it('takes in what is written later, and joins a line that came in two parts', async () => {
    const log = createFakeLog('one\nt');
    const reader = createLogReader(log.read, () => undefined);
    await reader.follow();
    await reader.grew(log.append('wo\nthree\n'));
    expect(textsOf(reader)).toEqual(['one', 'two', 'three']);
  });

  it('reads only the end of a long log', async () => {
    const log = createFakeLog(LONG);
    const reader = createLogReader(log.read, () => undefined);
    await reader.follow();
    expect(textsOf(reader).at(-1)).toBe('line 300000 é');
    expect(windowStart(reader.window())).toBeGreaterThan(LONG_BYTES - SEGMENT_BYTES - 4);
    expect(linesOf(reader.window())[0]?.number).toBeNull();
  });

  it('leaves out what a program wrote faster than it can be read', async () => {
    const log = createFakeLog('first\n');
    const reader = createLogReader(log.read, () => undefined);
    await reader.follow();
    const size = log.append(LONG);
    await reader.grew(size);
    expect(windowEnd(reader.window())).toBe(size);
    expect(textsOf(reader)).not.toContain('first');
    expect(log.asked).toHaveLength(2);
  });

  it('never holds more than its window, however long it follows', async () => {
    const log = createFakeLog();
    const reader = createLogReader(log.read, () => undefined);
    await reader.follow();
    for (let round = 0; round < 40; round += 1) {
      await reader.grew(log.append(`${'x'.repeat(99_998)}\n`));
      const held = windowEnd(reader.window()) - windowStart(reader.window());
      expect(held).toBeLessThanOrEqual(WINDOW_BYTES);
    }
    expect(reader.window().firstLine).toBeGreaterThan(1);
    expect(linesOf(reader.window()).findLast((line) => line.number !== null)?.number).toBe(40);
  });

  it('knows that nothing more comes when the task has ended', async () => {
    const log = createFakeLog('done\n');
    const reader = createLogReader(log.read, () => undefined);
    await reader.follow();
    expect(reader.window().complete).toBe(false);
    log.end();
    await reader.grew(null);
    expect(reader.window().complete).toBe(true);
  });

  it('does not ask for ever for a character that is not complete', async () => {
    const asked: number[] = [];
    const reader = createLogReader(
      async (offset) => {
        asked.push(offset);
        return { text: offset <= 0 ? 'a' : '', start: Math.max(0, offset), end: 1, size: 2, complete: false };
      },
      () => undefined,
    );
    await reader.follow();
    await reader.grew(2);
    expect(asked).toEqual([-SEGMENT_BYTES, 1]);
  });
});

describe('looking elsewhere in a log', () => {
  it('stays where it is while the log grows', async () => {
    const log = createFakeLog('one\n');
    const reader = createLogReader(log.read, () => undefined);
    await reader.follow();
    reader.stopFollowing();
    await reader.grew(log.append('two\n'));
    expect(textsOf(reader)).toEqual(['one']);
    expect(reader.window().size).toBe(8);
    await reader.readAfter();
    expect(textsOf(reader)).toEqual(['one', 'two']);
  });

  it('goes to the start and reads on from there to the end, line by line the same', async () => {
    const reader = createLogReader(createFakeLog(LONG).read, () => undefined);
    await reader.toStart();
    expect(linesOf(reader.window())[0]).toMatchObject({ number: 1, text: 'line 1 é' });
    while (windowEnd(reader.window()) < LONG_BYTES) {
      await reader.readAfter();
      const held = linesOf(reader.window());
      const whole = held.slice(1, -1);
      expect(whole.every(({ number, text }) => text === `line ${number} é`)).toBe(true);
    }
    expect(windowStart(reader.window())).toBeGreaterThan(0);
  });

  it('goes to a line by its byte, and counts lines before it rightly', async () => {
    const reader = createLogReader(createFakeLog(LONG).read, () => undefined);
    const offset = Buffer.byteLength(LONG.slice(0, LONG.indexOf('line 150000 ')));
    await reader.toLine(offset, 150_000);
    const held = linesOf(reader.window());
    expect(held.find((line) => line.number === 150_000)?.text).toBe('line 150000 é');
    expect(held.slice(1, -1).every(({ number, text }) => text === `line ${number} é`)).toBe(true);
    expect(held[1]?.number).toBeLessThan(150_000);
    expect(reader.isFollowing()).toBe(false);
  });

  it('keeps the keys of lines while more is read before them', async () => {
    const reader = createLogReader(createFakeLog(LONG).read, () => undefined);
    await reader.follow();
    reader.stopFollowing();
    const before = linesOf(reader.window());
    await reader.readBefore();
    const after = linesOf(reader.window());
    const kept = new Set(after.map((line) => line.key));
    // The first line was cut by the window's edge and has grown.
    expect(before.slice(1).every((line) => kept.has(line.key))).toBe(true);
    expect(after.length).toBeGreaterThan(before.length);
  });
});
