import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A Python that has the official SDK, or why there is none. */
export type SdkEnvironment = { readonly python: string } | { readonly reason: string };

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const OLDEST = [3, 9] as const;
const LIMIT = { timeout: 300_000, encoding: 'utf8' } as const;

/**
 * Finds or makes the virtual environment of `requirements.txt` in the user's cache folder
 * (`pipewright/sdk-2.17-<digest of the file>`). On CI (`CI` is set) its absence is an error, elsewhere a reason to skip.
 */
export function findSdk(): SdkEnvironment {
  const found = findOrMake();
  if ('reason' in found && (process.env.CI ?? '') !== '')
    throw new Error(`On CI the SDK must be there: ${found.reason}`);
  return found;
}

function findOrMake(): SdkEnvironment {
  const digest = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'pipewright', `sdk-2.17-${digest}`);
  const python = join(folder, 'bin', 'python3');
  if (existsSync(join(folder, 'complete'))) return { python };
  const version = spawnSync('python3', ['-c', 'import sys; print(*sys.version_info[:2])'], LIMIT);
  if (version.status !== 0) return { reason: 'python3 is not installed' };
  const [major = 0, minor = 0] = version.stdout.trim().split(' ').map(Number);
  if (major !== OLDEST[0] || minor < OLDEST[1]) return { reason: `python3 is ${major}.${minor}, older than 3.9` };
  return makeEnvironment(folder) ?? { python };
}

/** Makes the environment beside its place and moves it there, because several test files may do so at once. */
function makeEnvironment(folder: string): { readonly reason: string } | undefined {
  const draft = `${folder}-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    const made = spawnSync('python3', ['-m', 'venv', draft], LIMIT);
    if (made.status !== 0) return { reason: `no virtual environment can be made: ${lastLine(made.stderr)}` };
    const install = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--require-hashes',
      '--requirement',
    ];
    const installed = spawnSync(join(draft, 'bin', 'python3'), [...install, REQUIREMENTS], LIMIT);
    if (installed.status !== 0) return { reason: `the SDK cannot be installed: ${lastLine(installed.stderr)}` };
    mkdirSync(join(draft, 'complete'));
    if (!existsSync(folder)) renameSync(draft, folder);
    return undefined;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function lastLine(text: string | null): string {
  return (text ?? '').trim().split('\n').at(-1) ?? '';
}
