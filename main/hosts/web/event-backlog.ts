import { type EventMessage, encodeFrame } from '../../../src/api/wire.ts';

const FRAME_LIMIT = 2000;
const CHARACTER_LIMIT = 4 * 1024 * 1024;

/** The last events of one client, for when it loses its stream. */
export interface EventBacklog {
  /** Keeps an event; returns its line. */
  add(message: EventMessage): string;
  readonly lastId: () => number;
  /** The lines after an id; undefined where some of them are forgotten already. */
  after(id: number): readonly string[] | undefined;
}

export function createEventBacklog(): EventBacklog {
  let lines: string[] = [];
  let characters = 0;
  let lastId = 0;

  function forgetOldest(): void {
    let count = 0;
    while (lines.length - count > FRAME_LIMIT || characters > CHARACTER_LIMIT) {
      characters -= lines[count]?.length ?? 0;
      count += 1;
    }
    // Cut in batches: shifting one by one moves the whole list each time.
    if (count > 0) lines = lines.slice(count);
  }

  return {
    add: (message) => {
      lastId += 1;
      const line = encodeFrame({ kind: 'event', id: lastId, ...message });
      lines.push(line);
      characters += line.length;
      if (lines.length > FRAME_LIMIT * 2 || characters > CHARACTER_LIMIT) forgetOldest();
      return line;
    },
    lastId: () => lastId,
    after: (id) => {
      const missing = lastId - id;
      if (missing < 0 || missing > lines.length) return undefined;
      return missing === 0 ? [] : lines.slice(-missing);
    },
  };
}
