import { access } from 'node:fs/promises';

/** True when there is something at a path that may be seen. */
export async function pathExists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
