import { expect, it } from 'vitest';
import { createWorkerClient, type Numbered } from '../../../renderer/worker/worker-client.ts';

/** A worker whose replies the test gives by hand. */
function createFakeWorker() {
  const asked: Numbered<string>[] = [];
  let listener: (event: { readonly data: Numbered<string> }) => void = () => undefined;
  let started = 0;
  const start = (): Worker => {
    started += 1;
    return {
      postMessage: (message: Numbered<string>) => void asked.push(message),
      addEventListener: (_: string, heard: typeof listener) => {
        listener = heard;
      },
    } as unknown as Worker;
  };
  const reply = (index: number, content: string): void => {
    const number = asked[index]?.number ?? 0;
    listener({ data: { number, content } });
  };
  return { ask: createWorkerClient<string, string>(start), asked, reply, started: () => started };
}

it('starts the worker with the first question, once', async () => {
  const worker = createFakeWorker();
  expect(worker.started()).toBe(0);
  const first = worker.ask('one', 'a');
  const second = worker.ask('two', 'b');
  worker.reply(1, 'TWO');
  worker.reply(0, 'ONE');
  expect(await Promise.all([first, second])).toEqual(['ONE', 'TWO']);
  expect(worker.started()).toBe(1);
});

it('answers null to a question that a newer one of its lane has made worthless', async () => {
  const worker = createFakeWorker();
  const old = worker.ask('old', 'tab-1');
  const other = worker.ask('other', 'tab-2');
  const recent = worker.ask('new', 'tab-1');
  for (const index of [0, 1, 2]) worker.reply(index, String(index));
  expect(await Promise.all([old, other, recent])).toEqual([null, '1', '2']);
});
