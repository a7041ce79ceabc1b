import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The absolute path of something in the repository; the repository itself without arguments. */
export function fromRoot(...parts: string[]): string {
  return join(root, ...parts);
}
