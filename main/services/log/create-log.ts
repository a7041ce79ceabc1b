import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describeError, type Logger, type LogLevel } from './logger.ts';
import { maskSecrets } from './mask.ts';

const RING_LINES = 2000;
const FILE_LIMIT_BYTES = 4 * 1024 * 1024;
const LINE_LIMIT = 8000;

export interface ApplicationLog extends Logger {
  /** The last lines, oldest first. */
  readLines(limit: number): readonly string[];
  /** A value that must never be shown from now on. */
  keepSecret(value: string): void;
  /** Resolves when everything said so far is in the file. */
  flush(): Promise<void>;
}

/** The application log: the last lines in memory, all of them in a file that is cut off at some megabytes. */
export function createLog(deps: { readonly file: string | null; readonly now: () => number }): ApplicationLog {
  const ring: string[] = [];
  const secrets = new Set<string>();
  const file = deps.file === null ? undefined : createLogFile(deps.file);

  function write(level: LogLevel, message: string, error?: unknown): void {
    const whole = error === undefined ? message : `${message}: ${describeError(error)}`;
    const line = `${new Date(deps.now()).toISOString()} ${level} ${maskSecrets(whole, secrets).slice(0, LINE_LIMIT)}`;
    ring.push(line);
    if (ring.length > RING_LINES) ring.shift();
    if (level !== 'debug') file?.append(line);
  }

  return {
    debug: (message) => write('debug', message),
    info: (message) => write('info', message),
    warn: (message, error) => write('warn', message, error),
    error: (message, error) => write('error', message, error),
    readLines: (limit) => ring.slice(-limit),
    keepSecret: (value) => {
      if (value.length >= 4) secrets.add(value);
    },
    flush: async () => file?.flush(),
  };
}

/** Appends in the background. A log that cannot be written must not end the app. */
function createLogFile(path: string): { append(line: string): void; flush(): Promise<void> } {
  let waiting: string[] = [];
  let writing: Promise<void> | undefined;

  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const lines = waiting;
      waiting = [];
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await startAnew(path);
      await appendFile(path, `${lines.join('\n')}\n`, { mode: 0o600 });
    }
  }

  const flush = (): Promise<void> => {
    writing ??= writeWaiting()
      .catch(() => undefined)
      .finally(() => {
        writing = undefined;
      });
    return writing;
  };
  return {
    append: (line) => {
      waiting.push(line);
      void flush();
    },
    flush,
  };
}

async function startAnew(path: string): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  if (existing && existing.size > FILE_LIMIT_BYTES) await rename(path, `${path}.1`);
}
