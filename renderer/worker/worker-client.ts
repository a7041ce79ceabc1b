/** A request to a worker and its reply carry the same number. */
export interface Numbered<Content> {
  readonly number: number;
  readonly content: Content;
}

/**
 * Asks a worker, which is started with the first question. A newer question of the same `lane` makes the older one
 * worthless: it answers null.
 */
export function createWorkerClient<Question, Reply>(
  start: () => Worker,
): (question: Question, lane: string) => Promise<Reply | null> {
  let worker: Worker | null = null;
  let count = 0;
  const newest = new Map<string, number>();
  const waiting = new Map<number, (reply: Reply) => void>();

  function ready(): Worker {
    if (worker !== null) return worker;
    worker = start();
    worker.addEventListener('message', (event: MessageEvent<Numbered<Reply>>) => {
      waiting.get(event.data.number)?.(event.data.content);
      waiting.delete(event.data.number);
    });
    return worker;
  }

  return async (question, lane) => {
    count += 1;
    const number = count;
    newest.set(lane, number);
    const reply = new Promise<Reply>((resolve) => waiting.set(number, resolve));
    ready().postMessage({ number, content: question } satisfies Numbered<Question>);
    const content = await reply;
    return newest.get(lane) === number ? content : null;
  };
}
