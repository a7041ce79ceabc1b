import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import type { Emit, Service } from '../../../src/api/host.ts';
import { type Settings, settingsSchema } from '../../../src/api/settings.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import { createFileWatch } from '../files/file-watch.ts';
import type { Logger } from '../log/logger.ts';
import type { PathAccess } from '../paths/path-access.ts';
import { concerning, errnoOf } from '../support/node-errors.ts';
import { createKeyedQueue } from '../support/queue.ts';
import { writeAtomic } from '../support/write-atomic.ts';
import { changeSettings, defaultSettings, type ParsedSettings, parseSettings } from './settings-text.ts';

export type SettingsService = Service<'settings.read' | 'settings.write'> & {
  read(): Promise<Settings>;
  /** Calls back whenever they change. Returns the end of it. */
  onChange(listener: (settings: Settings) => void): () => void;
};

export interface SettingsDeps {
  readonly file: string;
  readonly access: PathAccess;
  readonly emit: Emit;
  readonly log: Logger;
}

/** The user's settings: one readable YAML file that may also be changed by hand. */
export function createSettings(deps: SettingsDeps): SettingsService {
  const { file } = deps;
  const inTurn = createKeyedQueue();
  const listeners = new Set<(settings: Settings) => void>();
  const watch = createFileWatch({ onChange: () => void announce().catch((error) => deps.log.warn('settings', error)) });
  let last: string | undefined;
  let watching: Promise<void> | undefined;

  /** Started with the first look at the file; its folder must exist for that. */
  const startWatch = (): Promise<void> => {
    watching ??= mkdir(dirname(file), { recursive: true, mode: 0o700 }).then(
      () => watch.add(file),
      (error) => deps.log.warn('watching the settings', error),
    );
    return watching;
  };

  async function load(): Promise<ParsedSettings> {
    await startWatch();
    const text = await readText(file);
    const parsed = text === undefined ? { settings: defaultSettings(), editable: true } : parseSettings(text);
    last ??= JSON.stringify(parsed.settings);
    return parsed;
  }

  async function announce(): Promise<void> {
    const before = last;
    const { settings } = await load();
    last = JSON.stringify(settings);
    if (last === before) return;
    deps.emit('settings.changed', { settings });
    for (const listener of listeners) listener(settings);
  }

  async function write(changes: { readonly [key: string]: JsonValue }): Promise<Settings> {
    const before = await load();
    await refuseWrongValues(changes, before.settings, deps.access);
    if (!before.editable) throw new HostError('invalid-file', { path: file, problem: before.problem ?? '' });
    const text = (await readText(file)) ?? '';
    await writeAtomic(file, changeSettings(text, changes), { mode: 0o600 });
    await announce();
    return (await load()).settings;
  }

  return {
    read: async () => (await load()).settings,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    handlers: {
      'settings.read': async () => {
        const { settings, problem } = await load();
        return { settings, path: file, ...(problem === undefined ? {} : { problem }) };
      },
      'settings.write': async ({ changes }) => ({
        settings: await inTurn(file, () => concerning(file, () => write(changes))),
      }),
    },
    dispose: async () => watch.dispose(),
  };
}

/** Catalog folders are read by the host, so a page may only name folders that the user chose. */
async function refuseWrongValues(
  changes: { readonly [key: string]: JsonValue },
  current: Settings,
  access: PathAccess,
): Promise<void> {
  const parsed = settingsSchema.safeParse({ ...current, ...changes });
  const wrong = parsed.success ? undefined : String(parsed.error.issues[0]?.path[0]);
  const unknown = Object.keys(changes).find((key) => !Object.hasOwn(settingsSchema.shape, key));
  const refused = unknown ?? wrong;
  if (refused !== undefined || !parsed.success) throw new HostError('invalid-params', { field: `changes.${refused}` });
  const added = parsed.data.catalogFolders.filter((folder) => !current.catalogFolders.includes(folder));
  for (const folder of added) await access.check(folder);
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
