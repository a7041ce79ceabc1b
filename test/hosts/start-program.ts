import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A program of ours that runs from its sources. */
export interface StartedProgram {
  readonly child: ChildProcess;
  /** What it has written so far. */
  output(): { readonly stdout: string; readonly stderr: string };
  /** Resolves when its output holds a text that fits, with the first match. */
  waitFor(stream: 'stdout' | 'stderr', pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves to its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

const refuseElectron = fileURLToPath(new URL('refuse-electron.ts', import.meta.url));

/** Starts a TypeScript file where Electron cannot be resolved. */
export function startProgram(
  file: URL,
  parameters: readonly string[],
  options: { readonly folder?: string; readonly environment?: Readonly<Record<string, string>> } = {},
): StartedProgram {
  const child = spawn(process.execPath, ['--import', refuseElectron, fileURLToPath(file), ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', NODE_OPTIONS: '', ...options.environment },
    ...(options.folder === undefined ? {} : { cwd: options.folder }),
  });
  const written = { stdout: '', stderr: '' };
  const waiting = new Set<() => void>();
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      written[stream] += text;
      for (const check of waiting) check();
    });
  }
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? 0));
  });
  return {
    child,
    output: () => ({ ...written }),
    ended,
    waitFor: (stream, pattern) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const match = pattern.exec(written[stream]);
          if (!match) return;
          waiting.delete(check);
          resolve(match);
        };
        waiting.add(check);
        void ended.then((code) => reject(new Error(`it ended with ${code}: ${written.stderr}`)));
        check();
      }),
  };
}
