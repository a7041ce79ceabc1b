import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isInside } from '../paths/is-inside.ts';
import { type IgnoreRules, isIgnored, isNeverEntered, readIgnoreRules, readOuterRules } from './ignore-rules.ts';

export interface WalkLimits {
  /** Files and folders looked at. */
  readonly entries: number;
  /** Folders below folders. */
  readonly depth: number;
}

export const WALK_LIMITS: WalkLimits = { entries: 50_000, depth: 32 };

export interface WalkResult {
  /** Accepted files, in the order of their paths. */
  readonly files: readonly string[];
  /** Every folder that was entered: what to watch. */
  readonly folders: readonly string[];
  /** A limit was reached, so there may be more. */
  readonly truncated: boolean;
}

interface Walk {
  readonly root: string;
  readonly accepts: (name: string) => boolean;
  readonly limits: WalkLimits;
  readonly files: string[];
  readonly folders: string[];
  readonly visited: Set<string>;
  entries: number;
  truncated: boolean;
}

/**
 * Finds the files below `root` (a real path) whose names are accepted. Respects `.gitignore`; skips hidden
 * folders, `node_modules` and Python's virtual environments; follows links only inside the root, and each folder once.
 */
export async function walkFolder(
  root: string,
  accepts: (name: string) => boolean,
  limits: WalkLimits = WALK_LIMITS,
): Promise<WalkResult> {
  const walk: Walk = {
    root,
    accepts,
    limits,
    files: [],
    folders: [],
    visited: new Set(),
    entries: 0,
    truncated: false,
  };
  await enter(walk, root, await readOuterRules(root), 0);
  return { files: walk.files.sort(), folders: walk.folders, truncated: walk.truncated };
}

async function enter(walk: Walk, folder: string, outer: readonly IgnoreRules[], depth: number): Promise<void> {
  if (depth > walk.limits.depth || walk.entries > walk.limits.entries) {
    walk.truncated = true;
    return;
  }
  const found = await listOnce(walk, folder);
  if (found === undefined) return;
  walk.folders.push(folder);
  const own = found.some((entry) => entry.name === '.gitignore') ? await readIgnoreRules(folder) : undefined;
  const rules = own ? [...outer, own] : outer;
  for (const entry of found) {
    walk.entries += 1;
    const path = join(folder, entry.name);
    const kind = await kindOf(walk, path, entry);
    if (kind === 'folder' && !isNeverEntered(entry.name) && !isIgnored(rules, path, true)) {
      await enter(walk, path, rules, depth + 1);
    } else if (kind === 'file' && walk.accepts(entry.name) && !isIgnored(rules, path, false)) {
      walk.files.push(path);
    }
  }
}

/** What is in a folder; undefined for one that was visited by another way, is a virtual environment or cannot be read. */
async function listOnce(walk: Walk, folder: string): Promise<readonly Dirent[] | undefined> {
  const real = await realpath(folder).catch(() => undefined);
  if (real === undefined || walk.visited.has(real)) return undefined;
  walk.visited.add(real);
  const found = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  // Python, PEP 405: this file is what makes a folder a virtual environment.
  return found?.some((entry) => entry.name === 'pyvenv.cfg') ? undefined : found;
}

async function kindOf(walk: Walk, path: string, entry: Dirent): Promise<'file' | 'folder' | undefined> {
  if (!entry.isSymbolicLink()) return entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : undefined;
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined || !isInside(walk.root, real)) return undefined;
  const target = await stat(real).catch(() => undefined);
  return target?.isDirectory() ? 'folder' : target?.isFile() ? 'file' : undefined;
}
