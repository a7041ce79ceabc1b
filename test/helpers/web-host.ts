import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'bin/pipewright.mjs');
const addressLine = /^Pipewright: (http:\S+)$/;
const startLimit = 30_000;
const endLimit = 10_000;

/** What the built web host is started with. */
export type WebHostOptions = {
  /** The file or folder to open. */
  readonly target?: string;
  /** Where settings, recovery copies and runs go. */
  readonly dataDirectory: string;
  readonly environment?: Readonly<Record<string, string>>;
};

/** A running web host. */
export type WebHost = {
  /** The address with its token, as a user gets it. */
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has written to standard error so far. */
  readErrors(): string;
  /** Ends it; resolves when it is gone. */
  stop(): Promise<void>;
};

/** Starts the built web host on a free port. The address must be the first line of its standard output. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const parameters = [program, 'serve', '--no-open', '--port', '0', ...(options.target ? [options.target] : [])];
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, ...options.environment, PIPEWRIGHT_DATA_DIR: options.dataDirectory },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const stop = () => stopProcess(child);
  try {
    const line = await readFirstLine(child);
    const url = addressLine.exec(line)?.[1];
    if (url === undefined) throw new Error(`The web host's first line is not its address: ${line}`);
    return { url, process: child, readErrors: () => errors, stop };
  } catch (error) {
    await stop();
    throw new Error(`The web host did not start.\n${errors}`, { cause: error });
  }
}

async function readFirstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The web host has no standard output.');
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([
    once(lines, 'line', { signal: AbortSignal.timeout(startLimit) }),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`It ended with exit code ${code}.`))),
  ]);
  return String(line);
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), endLimit);
  await ended;
  clearTimeout(timer);
}
