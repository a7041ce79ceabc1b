import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CatalogService, createCatalog } from '../../../main/services/catalog/create-catalog.ts';
import { createPathAccess } from '../../../main/services/paths/path-access.ts';
import type { HostEvents } from '../../../src/api/events.ts';
import type { CallContext, Emit } from '../../../src/api/host.ts';
import { type Settings, settingsSchema } from '../../../src/api/settings.ts';
import type { CatalogEntry } from '../../../src/catalog/component-description.ts';

export type CatalogChange = HostEvents['catalog.changed'];

/** A catalog over real folders, with settings and opened folders that a test changes. */
export interface CatalogFixture {
  readonly top: string;
  readonly catalog: CatalogService;
  write(path: string, text: string): Promise<void>;
  open(...folders: string[]): void;
  setCatalogFolders(...folders: string[]): void;
  list(): Promise<readonly CatalogEntry[]>;
  notes(): Promise<readonly string[]>;
  retype(path: string, inputs: readonly { name: string; type: string }[]): Promise<string>;
  /** Resolves with the first change for which the condition holds, also one that came before. */
  change(condition: (change: CatalogChange) => boolean): Promise<CatalogChange>;
  readonly changes: readonly CatalogChange[];
  end(): Promise<void>;
}

const CALLER: CallContext = { clientId: 'test' };

export async function createCatalogFixture(): Promise<CatalogFixture> {
  const top = await realpath(await mkdtemp(join(tmpdir(), 'pipewright-catalog-')));
  const workspace = createSubject<readonly string[]>([]);
  const settings = createSubject<Settings>(settingsSchema.parse({}));
  const log = createChangeLog();
  const catalog = createCatalog({
    builtInFolder: join(top, 'built-in'),
    workspace: { openedFolders: workspace.read, onChange: workspace.onChange },
    settings: { read: async () => settings.read(), onChange: settings.onChange },
    access: createPathAccess({ folders: [top] }),
    emit: log.emit,
    log: { debug: fail, info: fail, warn: fail, error: fail },
  });
  const call = async () => await catalog.handlers['catalog.list']({}, CALLER);
  return {
    top,
    catalog,
    changes: log.changes,
    change: log.wait,
    write: async (path, text) => {
      await mkdir(dirname(join(top, path)), { recursive: true });
      await writeFile(join(top, path), text);
    },
    open: (...folders) => workspace.set(folders.map((folder) => join(top, folder))),
    setCatalogFolders: (...folders) =>
      settings.set({ ...settings.read(), catalogFolders: folders.map((folder) => join(top, folder)) }),
    list: async () => (await call()).entries,
    notes: async () => (await call()).notes.map((note) => note.code),
    retype: async (path, inputs) =>
      (await catalog.handlers['catalog.retype']({ path, inputs: [...inputs] }, CALLER)).path,
    end: async () => {
      await catalog.dispose();
      await rm(top, { recursive: true, force: true });
    },
  };
}

function fail(...details: readonly unknown[]): never {
  throw new Error(`unexpected log: ${details.map(String).join(' ')}`);
}

interface Subject<Value> {
  readonly read: () => Value;
  readonly set: (value: Value) => void;
  readonly onChange: (listener: (value: Value) => void) => () => void;
}

function createSubject<Value>(initial: Value): Subject<Value> {
  let value = initial;
  const listeners = new Set<(value: Value) => void>();
  return {
    read: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener(next);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function createChangeLog(): {
  readonly changes: readonly CatalogChange[];
  readonly emit: Emit;
  readonly wait: CatalogFixture['change'];
} {
  const changes: CatalogChange[] = [];
  const waiting = new Set<(change: CatalogChange) => void>();
  const emit: Emit = (name, payload) => {
    if (name !== 'catalog.changed') throw new Error(name);
    changes.push(payload as CatalogChange);
    for (const tell of waiting) tell(payload as CatalogChange);
  };
  const wait: CatalogFixture['change'] = (condition) => {
    const known = changes.find(condition);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve) => {
      const tell = (change: CatalogChange): void => {
        if (!condition(change)) return;
        waiting.delete(tell);
        resolve(change);
      };
      waiting.add(tell);
    });
  };
  return { changes, emit, wait };
}
