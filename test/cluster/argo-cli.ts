import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Argo's own command line, or why there is none. */
export type ArgoCli = { readonly program: string } | { readonly reason: string };

const SETUP = join(import.meta.dirname, 'setup-argo.sh');
const MINUTES = 20;

/**
 * Finds Argo's command line in the user's cache folder, or builds it there (a few minutes, once). `say` hears when a
 * build begins. Without Go there is none; a build that fails is an error on CI (`CI` is set), elsewhere a reason to skip.
 */
export function findArgoCli(say: (sentence: string) => void): ArgoCli {
  const digest = createHash('sha256').update(readFileSync(SETUP)).digest('hex').slice(0, 12);
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'pipewright', 'cluster', `argo-${digest}`);
  const program = join(folder, 'bin', 'argo');
  if (existsSync(program)) return { program };
  if (spawnSync('go', ['version']).status !== 0) return { reason: 'Go is not installed' };
  say("Building Argo's command line (a few minutes, once) …");
  const built = spawnSync(SETUP, [folder], { encoding: 'utf8', timeout: MINUTES * 60_000, maxBuffer: 1 << 28 });
  if (built.status === 0 && existsSync(program)) return { program };
  const reason = `Argo's command line cannot be built: ${lastLine(built.stderr)}`;
  if ((process.env.CI ?? '') !== '') throw new Error(reason);
  return { reason };
}

function lastLine(text: string | null): string {
  return (text ?? '').trim().split('\n').at(-1) ?? '';
}
