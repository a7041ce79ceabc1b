import {
  createFrameReader,
  EVENTS_PATH,
  type EventMessage,
  type Frame,
  HEARTBEAT_MILLISECONDS,
} from '../../src/api/wire.ts';
import type { ConnectionChange, ConnectionState } from './page-host.ts';

const FIRST_DELAY = 250;
const LONGEST_DELAY = 8_000;

export interface EventStreamOptions {
  open(path: string, signal: AbortSignal): Promise<Response>;
  tell(message: EventMessage): void;
}

export interface EventStream {
  onChange(listener: (change: ConnectionChange) => void): () => void;
  /** A call failed: do not wait out the pause before the next attempt. */
  retryNow(): void;
  /** A call was refused: the token is not this launch's, so stop trying. */
  refuse(): void;
  dispose(): void;
}

/** Keeps the event stream open: asks for what it missed, waits longer after each failure, notices a silent line. */
export function openEventStream(options: EventStreamOptions): EventStream {
  const listeners = new Set<(change: ConnectionChange) => void>();
  const ending = new AbortController();
  let current: ConnectionChange = { state: 'connecting', missedEvents: false };
  let lastId: number | null = null;
  let delay = FIRST_DELAY;
  let wake: (() => void) | null = null;

  function change(state: ConnectionState, missedEvents = false): void {
    if (current.state === state && !missedEvents) return;
    current = { state, missedEvents };
    for (const listener of listeners) listener(current);
  }

  function hear(frame: Frame): void {
    if (frame.kind === 'hello') {
      delay = FIRST_DELAY;
      const missed = lastId !== null && !frame.resumed;
      lastId = frame.lastId;
      change('online', missed);
    } else if (frame.kind === 'event') {
      lastId = frame.id;
      options.tell(frame);
    }
  }

  async function keepOpen(): Promise<void> {
    while (!ending.signal.aborted && current.state !== 'refused') {
      const status = await readOnce(options, lastId, ending.signal, hear);
      if (ending.signal.aborted) return;
      const isRefused = status === 401 || status === 403;
      change(isRefused ? 'refused' : 'offline');
      if (isRefused) return;
      await pause(delay, (resume) => {
        wake = resume;
      });
      delay = Math.min(delay * 2, LONGEST_DELAY);
    }
  }

  void keepOpen();
  return {
    onChange(listener) {
      listeners.add(listener);
      listener(current);
      return () => listeners.delete(listener);
    },
    retryNow: () => wake?.(),
    refuse() {
      change('refused');
      ending.abort();
    },
    dispose: () => ending.abort(),
  };
}

/** Reads one stream to its end. Gives the status of a refusal, or 0 when the line broke. */
async function readOnce(
  options: EventStreamOptions,
  after: number | null,
  ending: AbortSignal,
  hear: (frame: Frame) => void,
): Promise<number> {
  const silence = new AbortController();
  const watch = createWatch(() => silence.abort());
  try {
    const path = after === null ? EVENTS_PATH : `${EVENTS_PATH}?after=${after}`;
    const response = await options.open(path, AbortSignal.any([ending, silence.signal]));
    if (!response.ok || response.body === null) return response.status;
    const read = createFrameReader();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      watch.restart();
      for (const frame of read(piece.value)) hear(frame);
    }
    return 0;
  } catch {
    return 0;
  } finally {
    watch.stop();
  }
}

/** Calls back when it was not restarted for two heartbeats. */
function createWatch(onSilence: () => void): { restart(): void; stop(): void } {
  let timer = setTimeout(onSilence, HEARTBEAT_MILLISECONDS * 2);
  return {
    restart() {
      clearTimeout(timer);
      timer = setTimeout(onSilence, HEARTBEAT_MILLISECONDS * 2);
    },
    stop: () => clearTimeout(timer),
  };
}

function pause(milliseconds: number, offer: (resume: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    offer(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
