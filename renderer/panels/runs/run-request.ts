import type { RunRequest } from '../../../src/api/params.ts';
import type { WorkspaceInfo } from '../../../src/api/results.ts';
import { printPipelineFile } from '../../../src/file/print-file.ts';
import type { DocumentTab } from '../../state/documents-slice.ts';
import type { Values } from './field-entries.ts';

/** What the user chose for a run besides the drawing. */
export interface RunChoices {
  readonly values: Values;
  readonly name?: string;
  readonly caching: boolean;
  /** Tasks at one time; null: as the settings say. */
  readonly parallelism: number | null;
  readonly reuse?: RunReuse;
}

/** Run from here: the run whose outputs stand in, and the task keys to run again. */
export interface RunReuse {
  readonly runId: string;
  readonly from: readonly string[];
}

/** A run of a tab's document as it is drawn now, saved or not. */
export function buildRunRequest(
  tab: DocumentTab,
  choices: RunChoices,
  host: { readonly workspaces: readonly WorkspaceInfo[]; readonly engine: RunRequest['engine'] },
): RunRequest {
  const { values, caching, parallelism, reuse } = choices;
  const name = choices.name?.trim() ?? '';
  const path = tab.file?.path;
  const root = path === undefined ? undefined : workspaceOf(path, host.workspaces);
  return {
    source: {
      kind: 'document',
      text: printPipelineFile(tab.document, tab.source ?? undefined),
      ...(path === undefined ? {} : { path }),
    },
    ...(root === undefined ? {} : { root }),
    ...(name === '' ? {} : { name }),
    parameters: values as RunRequest['parameters'],
    engine: host.engine,
    caching,
    ...(parallelism === null ? {} : { parallelism }),
    ...(reuse === undefined ? {} : { reuse: { runId: reuse.runId, from: [...reuse.from] } }),
  };
}

/** The innermost opened folder that holds a file. */
export function workspaceOf(path: string, workspaces: readonly WorkspaceInfo[]): string | undefined {
  const around = workspaces.map(({ root }) => root).filter((root) => isBelow(path, root));
  return around.sort((left, right) => right.length - left.length)[0];
}

function isBelow(path: string, root: string): boolean {
  const next = path.charAt(root.length);
  return path.startsWith(root) && (next === '/' || next === '\\' || /[\\/]$/.test(root));
}
