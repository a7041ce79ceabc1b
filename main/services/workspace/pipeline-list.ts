import { stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { PipelineFileInfo } from '../../../src/api/results.ts';
import { createFolderTreeWatch } from '../folder-walk/folder-tree-watch.ts';
import { walkFolder } from '../folder-walk/walk-folder.ts';

const LIMIT = 2000;

/** The pipeline files below one opened folder, kept up to date once they were asked for. */
export interface PipelineList {
  read(): Promise<readonly PipelineFileInfo[]>;
  dispose(): void;
}

/** True for the names of our own files. */
export function isPipelineFileName(name: string): boolean {
  return /\.pipeline\.ya?ml$/.test(name) && !name.startsWith('.');
}

/** Calls back when files came or went after they were read. */
export function createPipelineList(deps: { readonly root: string; readonly onChange: () => void }): PipelineList {
  const watch = createFolderTreeWatch({ concerns: isPipelineFileName, onChange: () => void lookAgain() });
  let last = '';

  async function look(): Promise<readonly string[]> {
    const { files, folders } = await walkFolder(deps.root, isPipelineFileName);
    watch.setFolders(folders);
    return files.slice(0, LIMIT);
  }

  async function lookAgain(): Promise<void> {
    const before = last;
    last = (await look()).join('\n');
    if (last !== before) deps.onChange();
  }

  return {
    read: async () => {
      const files = await look();
      last = files.join('\n');
      const described = await Promise.all(files.map((path) => describe(deps.root, path)));
      return described.filter((info) => info !== undefined);
    },
    dispose: () => watch.dispose(),
  };
}

async function describe(root: string, path: string): Promise<PipelineFileInfo | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return undefined;
  return { path, relativePath: relative(root, path).split(sep).join('/'), modifiedAt: Math.round(found.mtimeMs) };
}
