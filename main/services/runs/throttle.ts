/** Calls at most once per key and time; the last call of a burst is always made. */
export interface Throttle {
  call(key: string, act: () => void): void;
  /** Makes what waits, and waits for nothing more. */
  end(): void;
}

export function createThrottle(milliseconds: number): Throttle {
  const waiting = new Map<string, { act: (() => void) | undefined; readonly timer: NodeJS.Timeout }>();

  function open(key: string): void {
    const entry = waiting.get(key);
    waiting.delete(key);
    if (entry?.act !== undefined) call(key, entry.act);
  }

  function call(key: string, act: () => void): void {
    const entry = waiting.get(key);
    if (entry !== undefined) {
      entry.act = act;
      return;
    }
    waiting.set(key, { act: undefined, timer: setTimeout(() => open(key), milliseconds) });
    act();
  }

  return {
    call,
    end: () => {
      for (const { timer, act } of waiting.values()) {
        clearTimeout(timer);
        act?.();
      }
      waiting.clear();
    },
  };
}
