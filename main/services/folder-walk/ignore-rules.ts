import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** What a `.gitignore` says, for paths below its folder. */
export interface IgnoreRules {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** Folders that hold nothing of the user's own. */
const NEVER_ENTERED = new Set(['node_modules', '__pycache__', 'site-packages']);

/** True for folders that are passed over whatever `.gitignore` says: tools' own and hidden ones. */
export function isNeverEntered(name: string): boolean {
  return name.startsWith('.') || NEVER_ENTERED.has(name);
}

/** The rules of one folder's own `.gitignore`; undefined where there is none. */
export async function readIgnoreRules(folder: string): Promise<IgnoreRules | undefined> {
  const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : { folder, matcher: ignore({ allowRelativePaths: true }).add(text) };
}

/** The rules of the folders above, up to the top of the git repository that `folder` lies in. Outermost first. */
export async function readOuterRules(folder: string): Promise<readonly IgnoreRules[]> {
  const above: string[] = [];
  for (let current = folder; ; current = dirname(current)) {
    if (current !== folder) above.unshift(current);
    if (await exists(join(current, '.git'))) break;
    if (dirname(current) === current) return [];
  }
  const rules = await Promise.all(above.map(readIgnoreRules));
  return rules.filter((found) => found !== undefined);
}

/** git: of all rules that fit, the innermost folder's last one decides. */
export function isIgnored(rules: readonly IgnoreRules[], path: string, isFolder: boolean): boolean {
  let ignored = false;
  for (const { folder, matcher } of rules) {
    const below = relative(folder, path).split(sep).join('/') + (isFolder ? '/' : '');
    const result = matcher.test(below);
    if (result.ignored) ignored = true;
    else if (result.unignored) ignored = false;
  }
  return ignored;
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
