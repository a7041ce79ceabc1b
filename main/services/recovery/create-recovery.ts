import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HostError } from '../../../src/api/errors.ts';
import type { Service } from '../../../src/api/host.ts';
import type { RecoveryInfo } from '../../../src/api/results.ts';
import { isAlive, type ProcessIdentity } from '../runs/process-identity.ts';
import { readJsonFile, writeJsonFile } from '../support/json-file.ts';
import { concerning, errnoOf } from '../support/node-errors.ts';
import { createKeyedQueue } from '../support/queue.ts';

const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const recoveryFile = z.object({
  version: z.literal(1),
  key: z.string().regex(KEY),
  path: z.string().nullable(),
  title: z.string(),
  savedAt: z.number(),
  baseStamp: z.string().nullable(),
  text: z.string(),
  writer: z.object({ pid: z.int().positive(), startToken: z.string() }),
  clientId: z.string(),
});
type RecoveryFile = z.output<typeof recoveryFile>;

export interface RecoveryDeps {
  readonly dataFolder: string;
  readonly now: () => number;
  /** This process. */
  readonly self: ProcessIdentity;
  readonly isPresent: (clientId: string) => boolean;
}

/** Copies of unsaved work, kept until they are saved or discarded. They outlive a `kill -9`. */
export function createRecovery(
  deps: RecoveryDeps,
): Service<'recovery.write' | 'recovery.list' | 'recovery.read' | 'recovery.discard'> {
  const folder = join(deps.dataFolder, 'recovery');
  const inTurn = createKeyedQueue();
  const fileOf = (key: string): string => join(folder, `${key}.json`);

  async function readEntry(key: string): Promise<RecoveryFile> {
    const entry = KEY.test(key) ? await readJsonFile(fileOf(key), recoveryFile) : undefined;
    if (entry === undefined) throw new HostError('not-found', { path: key });
    return entry;
  }

  /** Work that somebody still has open is not offered to anybody else. */
  async function isOpenElsewhere(entry: RecoveryFile, clientId: string): Promise<boolean> {
    const { pid, startToken } = deps.self;
    const isOurs = entry.writer.pid === pid && entry.writer.startToken === startToken;
    if (isOurs) return entry.clientId !== clientId && deps.isPresent(entry.clientId);
    return await isAlive(entry.writer);
  }

  async function listFor(clientId: string): Promise<readonly RecoveryInfo[]> {
    const entries: RecoveryInfo[] = [];
    for (const name of await readNames(folder)) {
      const entry = await readJsonFile(join(folder, name), recoveryFile);
      if (entry && !(await isOpenElsewhere(entry, clientId))) entries.push(toInfo(entry));
    }
    return entries.sort((a, b) => b.savedAt - a.savedAt);
  }

  return {
    handlers: {
      'recovery.write': async (params, { clientId }) => {
        const file = fileOf(params.key);
        const entry: RecoveryFile = {
          ...params,
          version: 1,
          savedAt: deps.now(),
          writer: deps.self,
          clientId,
        };
        await inTurn(params.key, () => concerning(file, () => writeJsonFile(file, entry)));
        return null;
      },
      'recovery.list': async (_params, { clientId }) => ({ entries: await listFor(clientId) }),
      'recovery.read': async ({ key }) => {
        const entry = await readEntry(key);
        return { ...toInfo(entry), text: entry.text };
      },
      'recovery.discard': async ({ key }) => {
        if (KEY.test(key)) await inTurn(key, () => rm(fileOf(key), { force: true }));
        return null;
      },
    },
    dispose: async () => undefined,
  };
}

function toInfo({ key, path, title, savedAt, baseStamp }: RecoveryFile): RecoveryInfo {
  return { key, path, title, savedAt, baseStamp };
}

async function readNames(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}
