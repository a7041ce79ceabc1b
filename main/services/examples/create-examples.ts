import { chmod, cp, mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { HostError } from '../../../src/api/errors.ts';
import type { Service } from '../../../src/api/host.ts';
import type { ExampleInfo } from '../../../src/api/results.ts';
import { concerning, errnoOf } from '../support/node-errors.ts';

const bothLanguages = z.object({ en: z.string(), fr: z.string() });
const indexFile = z.array(
  z.object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    folder: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
    title: bothLanguages,
    summary: bothLanguages,
    tasks: z.int().min(0),
  }),
);

const SOURCES = [
  { kind: 'example', folder: 'examples' },
  { kind: 'template', folder: 'templates' },
] as const;

interface Example extends ExampleInfo {
  /** Where it ships. */
  readonly source: string;
  readonly file: string;
}

/** What ships to start from. Each opens as a copy of its own, so that the user may change and run it. */
export function createExamples(deps: {
  readonly assetsFolder: string;
  /** Where copies go. */
  readonly copiesFolder: string;
}): Service<'examples.list' | 'examples.open'> {
  async function listAll(): Promise<readonly Example[]> {
    const lists = await Promise.all(
      SOURCES.map(({ kind, folder }) => readIndex(join(deps.assetsFolder, folder), kind)),
    );
    return lists.flat();
  }

  async function open(id: string): Promise<{ readonly root: string; readonly file: string }> {
    const example = (await listAll()).find((candidate) => candidate.id === id);
    if (!example) throw new HostError('not-found', { path: id });
    await mkdir(deps.copiesFolder, { recursive: true, mode: 0o700 });
    const root = await realpath(await makeFreeFolder(deps.copiesFolder, id));
    await copyFolder(example.source, root);
    return { root, file: join(root, example.file) };
  }

  return {
    handlers: {
      'examples.list': async () => ({
        examples: (await listAll()).map(({ id, kind, title, summary, tasks }) => ({ id, kind, title, summary, tasks })),
      }),
      'examples.open': ({ id }) => concerning(deps.copiesFolder, () => open(id)),
    },
    dispose: async () => undefined,
  };
}

async function readIndex(folder: string, kind: ExampleInfo['kind']): Promise<readonly Example[]> {
  try {
    const items = indexFile.parse(JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')));
    return items.map((item) => ({ ...item, kind, source: join(folder, item.folder) }));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** `<id>-1`, `<id>-2`, …: the first that is free. Making it is what claims it. */
async function makeFreeFolder(parent: string, id: string): Promise<string> {
  const taken = new Set(await readdir(parent));
  for (let number = 1; ; number += 1) {
    const name = `${id}-${number}`;
    if (taken.has(name)) continue;
    try {
      await mkdir(join(parent, name));
      return join(parent, name);
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** Shipped files may be read-only; their copies must not be. */
async function copyFolder(source: string, target: string): Promise<void> {
  await cp(source, target, { recursive: true, filter: (path) => basename(path) !== '__pycache__' });
  for (const entry of await readdir(target, { recursive: true })) {
    const path = join(target, entry);
    const { mode } = await stat(path);
    await chmod(path, mode | 0o200);
  }
}
