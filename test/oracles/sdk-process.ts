import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** One question to `sdk_process.py`; see there. */
export type SdkRequest =
  | { readonly op: 'compile'; readonly source: string; readonly name?: string }
  | { readonly op: 'compile-file'; readonly path: string }
  | { readonly op: 'load'; readonly text: string }
  | { readonly op: 'format'; readonly source: string };

export interface SdkAnswer {
  readonly text?: string;
  readonly texts?: { readonly [name: string]: string };
  readonly name?: string;
  readonly error?: string;
}

/** A Python process that stays, so that the SDK is loaded once. */
export interface SdkProcess {
  ask(request: SdkRequest): Promise<SdkAnswer>;
  end(): void;
}

const SCRIPT = join(import.meta.dirname, 'sdk_process.py');

/** Starts the process. Every open question fails when it ends. */
export function startSdk(python: string): SdkProcess {
  const child: ChildProcessWithoutNullStreams = spawn(python, ['-X', 'utf8', SCRIPT], { stdio: 'pipe' });
  const open = new Map<number, { resolve: (answer: SdkAnswer) => void; reject: (error: Error) => void }>();
  let next = 1;
  let said = '';
  child.stderr.on('data', (data) => {
    said += String(data);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, ...answer } = JSON.parse(line) as SdkAnswer & { readonly id: number };
    open.get(id)?.resolve(answer);
    open.delete(id);
  });
  child.on('close', () => {
    for (const { reject } of open.values()) reject(new Error(`The SDK's process ended: ${said.slice(-2000)}`));
    open.clear();
  });
  return {
    ask(request) {
      return new Promise((resolve, reject) => {
        const id = next++;
        open.set(id, { resolve, reject });
        child.stdin.write(`${JSON.stringify({ id, ...request })}\n`);
      });
    },
    end() {
      child.stdin.end();
    },
  };
}
