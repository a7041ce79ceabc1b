import { HostError } from '../../../src/api/errors.ts';
import type { Emit, Service } from '../../../src/api/host.ts';
import type { Settings } from '../../../src/api/settings.ts';
import type { CatalogEntry, ComponentProblem } from '../../../src/catalog/component-description.ts';
import { createFolderTreeWatch, type FolderTreeWatch } from '../folder-walk/folder-tree-watch.ts';
import type { Logger } from '../log/logger.ts';
import type { PathAccess } from '../paths/path-access.ts';
import { createKeyedQueue } from '../support/queue.ts';
import { BUILT_IN, builtInRoot, type CatalogRoot, folderRoot } from './catalog-root.ts';
import { createFolderScan, type FolderScan, mayHoldComponent, type ScanResult } from './folder-scan.ts';
import { retypeFile } from './retype-file.ts';

export interface CatalogDeps {
  /** `assets/catalog`. */
  readonly builtInFolder: string;
  readonly workspace: { openedFolders(): readonly string[]; onChange(listener: () => void): () => void };
  readonly settings: { read(): Promise<Settings>; onChange(listener: (settings: Settings) => void): () => void };
  readonly access: PathAccess;
  readonly emit: Emit;
  readonly log: Logger;
}

export type CatalogService = Service<'catalog.list' | 'catalog.retype'>;

interface WatchedRoot {
  readonly root: CatalogRoot;
  readonly scan: FolderScan;
  readonly watch: FolderTreeWatch;
  found: ScanResult;
}

interface Published {
  readonly entries: ReadonlyMap<string, CatalogEntry>;
  readonly notes: readonly ComponentProblem[];
}

const NOTHING: ScanResult = { entries: [], notes: [], folders: [] };

/**
 * The components of the opened folders, of the folders in the settings and of the shipped catalog. Nothing is read
 * before somebody asks; from then on changes on the disk are told.
 */
export function createCatalog(deps: CatalogDeps): CatalogService {
  const roots = new Map<string, WatchedRoot>();
  const inTurn = createKeyedQueue();
  let published: Published | undefined;
  let endings: readonly (() => void)[] = [];
  let disposed = false;

  const later = (work: () => Promise<void>): void => {
    void inTurn('catalog', async () => {
      if (disposed) return;
      await work();
      publish();
    }).catch((error) => deps.log.warn('reading the catalog', error));
  };

  /** One list for all roots: a file below two of them belongs to the first. The first list is told to its asker alone. */
  function publish(): void {
    const before = published;
    published = merge([...roots.values()].map(({ found }) => found));
    const change = before === undefined ? undefined : compare(before, published);
    if (change !== undefined) deps.emit('catalog.changed', change);
  }

  /** What came between a first look and its watch is seen by a second look. */
  async function look(watched: WatchedRoot): Promise<void> {
    const before = watched.found.folders.join('\n');
    watched.found = await watched.scan.look();
    if (disposed || roots.get(watched.root.name) !== watched) return;
    watched.watch.setFolders(watched.found.folders);
    if (watched.found.folders.join('\n') !== before) watched.found = await watched.scan.look();
  }

  function add(root: CatalogRoot): WatchedRoot {
    const watch = createFolderTreeWatch({ concerns: mayHoldComponent, onChange: () => later(() => look(watched)) });
    const watched: WatchedRoot = { root, scan: createFolderScan(root), watch, found: NOTHING };
    roots.set(root.name, watched);
    return watched;
  }

  /** Brings the roots up to date and looks at each of them. */
  async function lookAtAll(): Promise<void> {
    const wanted = await wantedRoots(deps);
    const names = new Set(wanted.map((root) => root.name));
    const kept = new Map([...roots].filter(([name]) => names.has(name)));
    for (const [name, { watch }] of roots) if (!names.has(name)) watch.dispose();
    roots.clear();
    for (const root of wanted) roots.set(root.name, kept.get(root.name) ?? add(root));
    await Promise.all([...roots.values()].map(look));
  }

  function start(): void {
    if (endings.length > 0) return;
    endings = [deps.workspace.onChange(() => later(lookAtAll)), deps.settings.onChange(() => later(lookAtAll))];
  }

  return {
    handlers: {
      'catalog.list': async () => {
        start();
        return await inTurn('catalog', async () => {
          await lookAtAll();
          publish();
          return { entries: [...(published?.entries.values() ?? [])], notes: published?.notes ?? [] };
        });
      },
      'catalog.retype': async ({ path, inputs }) => {
        if (path.startsWith(BUILT_IN)) throw new HostError('read-only', { path });
        const real = await deps.access.check(path);
        return { path: await retypeFile(real, inputs) };
      },
    },
    dispose: async () => {
      disposed = true;
      for (const end of endings) end();
      for (const { watch } of roots.values()) watch.dispose();
      await inTurn('catalog', async () => {
        for (const { watch } of roots.values()) watch.dispose();
        roots.clear();
      });
    },
  };
}

/** In the order in which they are shown and in which they own files: opened folders, the settings' folders, what ships. */
async function wantedRoots(deps: CatalogDeps): Promise<readonly CatalogRoot[]> {
  const { catalogFolders } = await deps.settings.read();
  const own = [...deps.workspace.openedFolders(), ...catalogFolders].map(folderRoot);
  const all = [...own, builtInRoot(deps.builtInFolder)];
  return [...new Map(all.map((root) => [root.name, root])).values()];
}

function merge(results: readonly ScanResult[]): Published {
  const entries = new Map<string, CatalogEntry>();
  for (const entry of results.flatMap((result) => result.entries)) {
    if (!entries.has(entry.path)) entries.set(entry.path, entry);
  }
  return { entries, notes: results.flatMap((result) => result.notes) };
}

/** What is to be told, or undefined when all is as it was. */
function compare(
  before: Published,
  after: Published,
):
  | {
      readonly changed: readonly CatalogEntry[];
      readonly removed: readonly string[];
      readonly notes: readonly ComponentProblem[];
    }
  | undefined {
  const changed = [...after.entries.values()].filter((entry) => before.entries.get(entry.path) !== entry);
  const removed = [...before.entries.keys()].filter((path) => !after.entries.has(path));
  const isSame = JSON.stringify(before.notes) === JSON.stringify(after.notes);
  if (changed.length === 0 && removed.length === 0 && isSame) return undefined;
  return { changed, removed, notes: after.notes };
}
