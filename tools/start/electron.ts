import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { say } from '../bootstrap/say.mjs';
import { fromRoot } from '../root.ts';

const installLimitSeconds = 60;
const electronFolder = 'node_modules/electron';
const attemptFile = fromRoot('node_modules/.cache/pipewright/electron.json');

/** Exit codes of an Electron that never came to show a window: the loader's, and those of its own aborts (128 + signal). */
const earlyEnds: Readonly<Record<number, string>> = {
  127: 'libraries that it needs are not installed',
  133: 'it ended at once; its sandbox may not be allowed here (its own words are above)',
  134: 'it ended at once (its own words are above)',
};

/** Why Electron could not start, from its exit code; undefined where it simply ended. */
export function explainEarlyEnd(exitCode: number): string | undefined {
  return earlyEnds[exitCode];
}

/** Electron's program, or why there is none. */
export type ElectronSearch = { readonly program: string } | { readonly reason: string };

type Attempt = { readonly version: string; readonly reason: string };

/** Why this machine could not show an Electron window at all; undefined where it could. */
export function findObstacle(
  platform: string,
  environment: NodeJS.ProcessEnv,
  userId: number | undefined,
): string | undefined {
  if (platform !== 'linux') return undefined;
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY)
    return 'there is no display (DISPLAY and WAYLAND_DISPLAY are not set)';
  if (userId === 0) return 'its sandbox does not work for the user root';
  return undefined;
}

/** Looks for the unpacked program; where it is absent, tries Electron's installer once and remembers what came of it. */
export async function findElectron(): Promise<ElectronSearch> {
  const present = findProgram();
  if (present) return { program: present };
  const earlier = readAttempt();
  if (earlier) return { reason: `${earlier}; to try again, run \`node ${electronFolder}/install.js\`` };
  say(`Fetching Electron's program (at most ${installLimitSeconds} s) …`);
  const failure = await runInstaller();
  const program = findProgram();
  if (program) return { program };
  rememberFailure(failure);
  return { reason: failure };
}

function findProgram(): string | undefined {
  // path.txt is written by Electron's installer after it unpacked the program.
  const pathFile = fromRoot(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const program = fromRoot(electronFolder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

function readElectronVersion(): string {
  return String(JSON.parse(readFileSync(fromRoot(electronFolder, 'package.json'), 'utf8')).version);
}

function readAttempt(): string | undefined {
  if (!existsSync(attemptFile)) return undefined;
  const attempt: Attempt = JSON.parse(readFileSync(attemptFile, 'utf8'));
  return attempt.version === readElectronVersion() ? attempt.reason : undefined;
}

function rememberFailure(reason: string): void {
  mkdirSync(fromRoot('node_modules/.cache/pipewright'), { recursive: true });
  const attempt: Attempt = { version: readElectronVersion(), reason };
  writeFileSync(attemptFile, JSON.stringify(attempt));
}

function runInstaller(): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fromRoot(electronFolder, 'install.js')], {
      stdio: 'ignore',
      timeout: installLimitSeconds * 1000,
      killSignal: 'SIGKILL',
    });
    child.on('error', () => resolve('its installer could not be started'));
    child.on('exit', (_code, signal) => {
      resolve(
        signal
          ? `its program could not be fetched within ${installLimitSeconds} s`
          : 'its program could not be fetched',
      );
    });
  });
}
