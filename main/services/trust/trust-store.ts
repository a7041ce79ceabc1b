import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isInside } from '../paths/is-inside.ts';
import { readJsonFile, writeJsonFile } from '../support/json-file.ts';
import { createKeyedQueue } from '../support/queue.ts';

const trustFile = z.object({ version: z.literal(1), folders: z.array(z.string()) });

/** Which folders may run processes on this machine. */
export interface TrustStore {
  /** True for a trusted folder, whatever is below one, and what ships with the app. */
  isTrusted(folder: string): Promise<boolean>;
  /** Remembers the user's consent. */
  trust(folder: string): Promise<void>;
}

/**
 * The folders that the user trusts, kept in the data folder. `shipped` are folders whose content came with the
 * app: its own files, and the copies that examples open as.
 */
export function createTrustStore(deps: {
  readonly dataFolder: string;
  readonly shipped: readonly string[];
}): TrustStore {
  const file = join(deps.dataFolder, 'trust.json');
  const inTurn = createKeyedQueue();

  async function readFolders(): Promise<readonly string[]> {
    return (await readJsonFile(file, trustFile))?.folders ?? [];
  }

  return {
    isTrusted: async (folder) => {
      const real = await resolveReal(folder);
      const trusted = await readFolders();
      const shipped = await Promise.all(deps.shipped.map(resolveReal));
      return [...shipped, ...trusted].some((parent) => isInside(parent, real));
    },
    trust: (folder) =>
      inTurn(file, async () => {
        const real = await resolveReal(folder);
        const folders = await readFolders();
        if (!folders.includes(real)) await writeJsonFile(file, { version: 1, folders: [...folders, real] });
      }),
  };
}

/** Trust is given to the folder itself, never to a link that could be turned to another one. */
async function resolveReal(folder: string): Promise<string> {
  return await realpath(folder).catch(() => folder);
}
