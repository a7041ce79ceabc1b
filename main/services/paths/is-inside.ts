import { isAbsolute, relative, sep } from 'node:path';

/** True where `path` is `parent` or below it. Both absolute; links are not followed. */
export function isInside(parent: string, path: string): boolean {
  const way = relative(parent, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
