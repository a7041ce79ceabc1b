import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Service } from '../../../src/api/host.ts';
import type { RecentItem } from '../../../src/api/results.ts';
import type { PathAccess } from '../paths/path-access.ts';
import { readJsonFile, writeJsonFile } from '../support/json-file.ts';
import { createKeyedQueue } from '../support/queue.ts';

const LIMIT = 30;
const recentFile = z.object({
  version: z.literal(1),
  items: z.array(z.object({ path: z.string(), kind: z.enum(['file', 'folder']), openedAt: z.number() })),
});
type StoredItem = z.output<typeof recentFile>['items'][number];

export type RecentService = Service<'recent.list' | 'recent.add' | 'recent.remove'> & {
  /** Allows what the user chose in earlier sessions and may open again without a dialog. */
  restoreAccess(): Promise<void>;
};

export interface RecentDeps {
  readonly dataFolder: string;
  readonly access: PathAccess;
  readonly now: () => number;
}

/** Files and folders opened lately, newest first. Only what was allowed can be added. */
export function createRecent(deps: RecentDeps): RecentService {
  const file = join(deps.dataFolder, 'recent.json');
  const inTurn = createKeyedQueue();

  const readItems = async (): Promise<readonly StoredItem[]> => (await readJsonFile(file, recentFile))?.items ?? [];

  const change = (edit: (items: readonly StoredItem[]) => readonly StoredItem[]): Promise<void> =>
    inTurn(file, async () => writeJsonFile(file, { version: 1, items: edit(await readItems()).slice(0, LIMIT) }));

  return {
    handlers: {
      'recent.list': async () => {
        const items = [...(await readItems())].sort((a, b) => b.openedAt - a.openedAt);
        return { items: await Promise.all(items.map(markExisting)) };
      },
      'recent.add': async ({ path, kind }) => {
        const real = await deps.access.check(path);
        const item: StoredItem = { path: real, kind, openedAt: deps.now() };
        await change((items) => [item, ...items.filter((other) => other.path !== real)]);
        return null;
      },
      'recent.remove': async ({ path }) => {
        await change((items) => items.filter((item) => item.path !== path));
        return null;
      },
    },
    restoreAccess: async () => {
      for (const { path, kind } of await readItems()) {
        // A link that was put in the place of a chosen folder would lead somewhere that was never chosen.
        if ((await realpath(path).catch(() => null)) !== path) continue;
        await (kind === 'folder' ? deps.access.allowFolder(path) : deps.access.allowFile(path));
      }
    },
    dispose: async () => undefined,
  };
}

async function markExisting(item: StoredItem): Promise<RecentItem> {
  const found = await stat(item.path).catch(() => undefined);
  const exists = item.kind === 'folder' ? found?.isDirectory() : found?.isFile();
  return { ...item, exists: exists ?? false };
}
