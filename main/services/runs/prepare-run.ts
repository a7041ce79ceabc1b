import { dirname, join } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import type { RunRequest } from '../../../src/api/params.ts';
import type { InvalidArgumentsData } from '../../../src/api/results.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import { checkRunParameters } from '../../../src/run/run-parameters.ts';
import type { PathAccess } from '../paths/path-access.ts';
import { type LoadedSource, loadSource } from './load-source.ts';
import { type LocalFile, readLocalFiles } from './local-file.ts';

/** A request that has been looked at: it compiles, and its values fit. */
export interface PreparedRun {
  readonly source: LoadedSource;
  readonly root: string | null;
  /** The folder whose trust the run needs. */
  readonly trustRoot: string;
  readonly parameters: { readonly [name: string]: JsonValue };
  readonly plainParameters: { readonly [name: string]: JsonValue };
  readonly secretNames: readonly string[];
  readonly local: LocalFile;
}

/** Fails with `invalid-pipeline`, `invalid-arguments`, `outside-workspace` or `invalid-file`. */
export async function prepareRun(
  request: RunRequest,
  deps: { readonly paths: PathAccess; readonly dataFolder: string; readonly environment: NodeJS.ProcessEnv },
): Promise<PreparedRun> {
  const root = request.root === undefined ? null : await deps.paths.check(request.root);
  const path = request.source.path === undefined ? undefined : await deps.paths.check(request.source.path);
  const source = loadSource({ ...request.source, ...(path === undefined ? {} : { path }) });
  const checked = checkRunParameters(source.spec, request.parameters as { readonly [name: string]: JsonValue });
  if (!checked.ok) {
    const data: InvalidArgumentsData = { parameters: checked.error };
    throw new HostError('invalid-arguments', { parameters: Object.keys(checked.error) }, data);
  }
  const entries = Object.entries(checked.value);
  const isSecret = ([name]: readonly [string, JsonValue]): boolean => source.secretInputs.has(name);
  return {
    source,
    root,
    trustRoot: root ?? (path === undefined ? join(deps.dataFolder, 'unsaved') : dirname(path)),
    parameters: checked.value,
    plainParameters: Object.fromEntries(entries.filter((entry) => !isSecret(entry))),
    secretNames: entries.filter(isSecret).map(([name]) => name),
    local: await readLocalFiles(localFolders(root, path, deps.dataFolder), deps.environment),
  };
}

/** Where local files are looked for: beside the pipeline, in the opened folder, and for this user. */
export function localFolders(root: string | null, path: string | undefined, dataFolder: string): readonly string[] {
  return [...(path === undefined ? [] : [dirname(path)]), ...(root === null ? [] : [root]), dataFolder];
}
