import { expect, test } from 'vitest';
import { createKeyedQueue } from '../../../main/services/support/queue.ts';

test('work of one key goes in turn, work of another does not wait, failures hold nobody up', async () => {
  const inTurn = createKeyedQueue();
  const seen: string[] = [];
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const first = inTurn('a', async () => {
    await gate;
    seen.push('a1');
    throw new Error('no');
  });
  const second = inTurn('a', async () => {
    seen.push('a2');
    return 2;
  });
  await inTurn('b', async () => seen.push('b'));
  expect(seen).toEqual(['b']);
  open();
  await expect(first).rejects.toThrow('no');
  expect(await second).toBe(2);
  expect(seen).toEqual(['b', 'a1', 'a2']);
});
