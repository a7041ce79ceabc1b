import { join } from 'node:path';
import { z } from 'zod';
import { HostError } from '../../../src/api/errors.ts';
import type { Service } from '../../../src/api/host.ts';
import { readJsonFile, writeJsonFile } from '../support/json-file.ts';
import { concerning } from '../support/node-errors.ts';
import { createKeyedQueue } from '../support/queue.ts';

/** The largest value that is kept under one key, in characters of JSON. */
const VALUE_LIMIT = 4 * 1024 * 1024;

/** What the page wants to find again next time (panels, tabs, last values): one small file a key. */
export function createSession(deps: { readonly dataFolder: string }): Service<'session.read' | 'session.write'> {
  const inTurn = createKeyedQueue();
  const fileOf = (key: string): string => join(deps.dataFolder, 'session', `${key}.json`);

  return {
    handlers: {
      'session.read': async ({ key }) => ({ value: (await readJsonFile(fileOf(key), z.json())) ?? null }),
      'session.write': async ({ key, value }) => {
        const size = JSON.stringify(value).length;
        if (size > VALUE_LIMIT) throw new HostError('too-large', { path: key, megabytes: 5, limit: 4 });
        const file = fileOf(key);
        await inTurn(key, () => concerning(file, () => writeJsonFile(file, value)));
        return null;
      },
    },
    dispose: async () => undefined,
  };
}
