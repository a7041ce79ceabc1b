import { mkdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import type { Service } from '../../../src/api/host.ts';
import type { FolderListing } from '../../../src/api/results.ts';
import { isInside } from '../paths/is-inside.ts';
import type { PathAccess } from '../paths/path-access.ts';
import { resolveRealPath } from '../paths/resolve-real-path.ts';
import { concerning } from '../support/node-errors.ts';
import { listFolder } from './list-folder.ts';

/** What a dialog is for. */
export type PickKind = 'open-file' | 'open-folder' | 'save-file';

/** The host's own dialog, where it has one. Gives null when the user cancels. */
export type PickNatively = (kind: PickKind, suggested: string | undefined) => Promise<string | null>;

export interface DialogsDeps {
  readonly access: PathAccess;
  /** What the folder browser shows, beside opened folders: home, and where the program was started. */
  readonly browseRoots: readonly string[];
  readonly openedFolders: () => readonly string[];
  /** Absent: the page shows the folder browser. */
  readonly pick?: PickNatively;
}

/** Choosing files and folders. What is chosen is allowed from then on, and nothing else. */
export function createDialogs(
  deps: DialogsDeps,
): Service<'dialog.pick' | 'dialog.browse' | 'dialog.choose' | 'dialog.createFolder'> {
  async function listRoots(): Promise<readonly string[]> {
    const paths = [...deps.browseRoots, ...deps.openedFolders()];
    const real = await Promise.all(paths.map((path) => realpath(path).catch(() => undefined)));
    return [...new Set(real.filter((path) => path !== undefined))];
  }

  /** Pages may look around below the roots only; a host with dialogs of its own offers no browser. */
  async function resolveBrowsable(path: string): Promise<{ readonly real: string; readonly roots: readonly string[] }> {
    if (deps.pick) throw new HostError('unsupported');
    const roots = await listRoots();
    const real = await resolveRealPath(path).catch(() => undefined);
    if (real === undefined || !roots.some((root) => isInside(root, real))) {
      throw new HostError('outside-workspace', { path });
    }
    return { real, roots };
  }

  async function browse(path: string | undefined): Promise<FolderListing> {
    const { real, roots } = await resolveBrowsable(path ?? deps.browseRoots[0] ?? '/');
    const { entries, truncated } = await concerning(real, () => listFolder(real));
    const parent = dirname(real);
    const hasParent = parent !== real && roots.some((root) => isInside(root, parent));
    return {
      path: real,
      parent: hasParent ? parent : null,
      entries,
      roots: roots.map((root) => ({ label: basename(root) || root, path: root })),
      truncated,
    };
  }

  async function allow(path: string, kind: PickKind): Promise<string> {
    if (kind === 'save-file') await requireKind(dirname(path), 'folder');
    else await requireKind(path, kind === 'open-folder' ? 'folder' : 'file');
    return kind === 'open-folder' ? await deps.access.allowFolder(path) : await deps.access.allowFile(path);
  }

  return {
    handlers: {
      'dialog.pick': async ({ kind, suggested }) => {
        if (!deps.pick) throw new HostError('unsupported');
        const path = await deps.pick(kind, suggested);
        return { path: path === null ? null : await allow(path, kind) };
      },
      'dialog.browse': ({ path }) => browse(path),
      'dialog.choose': async ({ path, kind }) => {
        const { real } = await resolveBrowsable(path);
        return { path: await concerning(path, () => allow(real, kind)) };
      },
      'dialog.createFolder': async ({ parent, name }) => {
        if (/[\\/\0]/.test(name) || name === '.' || name === '..')
          throw new HostError('invalid-params', { field: 'name' });
        const { real } = await resolveBrowsable(parent);
        const path = join(real, name);
        await concerning(path, () => mkdir(path));
        return { path };
      },
    },
    dispose: async () => undefined,
  };
}

async function requireKind(path: string, kind: 'file' | 'folder'): Promise<void> {
  const found = await concerning(path, () => stat(path));
  if (kind === 'folder' && !found.isDirectory()) throw new HostError('not-a-folder', { path });
  if (kind === 'file' && !found.isFile()) throw new HostError('not-a-file', { path });
}
