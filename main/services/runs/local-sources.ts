import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { LocalHints } from '../../../src/compile/compiled-pipeline.ts';
import type { RunReason } from '../../../src/run/run-state.ts';

/** Where this machine has what the image of a component would hold. */
export interface LocalSources {
  /** A folder here that stands in for a path of the image. */
  readonly folders: readonly { readonly folder: string; readonly imagePath: string }[];
  readonly requirements: string | undefined;
}

export interface SourceRoots {
  /** The folder of the pipeline file, against which origins are read. */
  readonly documentFolder: string | undefined;
  /** The folder of the built-in catalog. */
  readonly builtInCatalog: string;
}

/** Where origins are looked for, for a pipeline file or an unsaved document. */
export function sourceRootsOf(documentPath: string | undefined, builtInCatalog: string): SourceRoots {
  return { documentFolder: documentPath === undefined ? undefined : dirname(documentPath), builtInCatalog };
}

const NOTHING: LocalSources = { folders: [], requirements: undefined };

/** Resolves the hints of one executor to folders of this machine. */
export function resolveLocalSources(hint: LocalHints[string] | undefined, roots: SourceRoots): LocalSources {
  const origin = originFolder(hint?.origin, roots);
  if (hint === undefined || origin === undefined) return NOTHING;
  return {
    folders: (hint.sources ?? []).map(({ folder, imagePath }) => ({ folder: resolve(origin, folder), imagePath })),
    requirements: hint.requirements === undefined ? undefined : resolve(origin, hint.requirements),
  };
}

function originFolder(origin: string | undefined, roots: SourceRoots): string | undefined {
  if (origin === undefined) return undefined;
  if (origin.startsWith('builtin:')) return join(roots.builtInCatalog, origin.slice('builtin:'.length));
  return roots.documentFolder === undefined ? dirname(origin) : dirname(resolve(roots.documentFolder, origin));
}

/** Says which stand-in folder is missing. */
export async function checkLocalSources(sources: LocalSources): Promise<RunReason | undefined> {
  for (const { folder, imagePath } of sources.folders) {
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) return { code: 'source-missing', values: { folder, imagePath } };
  }
  return undefined;
}

/**
 * Replaces paths of the image in a command line: a whole element that is such a path, or what follows a `=`.
 * Programs written into the command line are left alone.
 */
export function replaceImagePaths(command: readonly string[], sources: LocalSources): readonly string[] {
  return command.map((element) => sources.folders.reduce((text, source) => replaceInElement(text, source), element));
}

function replaceInElement(text: string, source: LocalSources['folders'][number]): string {
  const equals = text.indexOf('=');
  if (startsAtPath(text, source.imagePath)) return source.folder + text.slice(source.imagePath.length);
  if (equals < 0 || /\s/.test(text.slice(0, equals))) return text;
  const value = text.slice(equals + 1);
  if (!startsAtPath(value, source.imagePath)) return text;
  return text.slice(0, equals + 1) + source.folder + value.slice(source.imagePath.length);
}

function startsAtPath(text: string, path: string): boolean {
  return text === path || (text.startsWith(`${path}/`) && !text.includes('\n'));
}
