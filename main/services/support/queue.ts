/** Runs work with the same key one after the other, work with different keys side by side. */
export type KeyedQueue = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>;

/** Makes a queue of its own. */
export function createKeyedQueue(): KeyedQueue {
  const tails = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const result = (tails.get(key) ?? Promise.resolve()).then(work);
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    tails.set(key, tail);
    return result;
  };
}
