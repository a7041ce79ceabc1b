import { type FileHandle, open, readFile } from 'node:fs/promises';
import type { RunFact } from '../../../src/run/facts/run-fact.ts';

/** The append-only log of one run. Lines are written in the order they are given. */
export interface EventLog {
  append(facts: readonly RunFact[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a run's log for appending. A written line survives the death of this program at once; it is flushed to the
 * disk itself when the log is closed (a flush per line would cost some milliseconds per task).
 */
export async function openEventLog(path: string): Promise<EventLog> {
  const handle: FileHandle = await open(path, 'a', 0o600);
  let last: Promise<unknown> = Promise.resolve();
  return {
    append: async (facts) => {
      if (facts.length === 0) return;
      const lines = facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');
      last = last.then(() => handle.appendFile(lines));
      await last;
    },
    close: async () => {
      await last.catch(() => undefined);
      await handle.sync();
      await handle.close();
    },
  };
}

/** Reads a log back. A last line that was cut off by a crash is left out. */
export async function readEventLog(path: string): Promise<readonly RunFact[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const facts: RunFact[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const fact = parseFact(line);
    if (fact === undefined) break;
    facts.push(fact);
  }
  return facts;
}

function parseFact(line: string): RunFact | undefined {
  try {
    return JSON.parse(line) as RunFact;
  } catch {
    return undefined;
  }
}
