import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure, type Result, success } from '../../../src/model/result.ts';
import type { TaskPlaces } from '../../../src/run/command/task-places.ts';
import {
  type EnvSource,
  fieldValue,
  type TaskPlatform,
  type VolumeSource,
} from '../../../src/run/platform/task-platform.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import type { Mount } from './engine.ts';
import type { LocalFile, NamedValues } from './local-file.ts';

/** What the Kubernetes settings of a task become on this machine. */
export interface TaskSetting {
  readonly env: { readonly [name: string]: string };
  readonly secretEnv: { readonly [name: string]: string };
  readonly mounts: readonly Mount[];
  /** Removes what was made for this one try. */
  dispose(): Promise<void>;
}

export interface SettingPlaces extends TaskPlaces {
  /** Where volumes that tasks of the run share are kept. */
  readonly volumesFolder: string;
}

/** Looks secrets, config maps and volumes up in the local file. The failure names what it does not have. */
export async function prepareSetting(
  platform: TaskPlatform | undefined,
  local: LocalFile,
  places: SettingPlaces,
): Promise<Result<TaskSetting, RunReason>> {
  const { env: sources = [], volumes = [] } = platform ?? {};
  const variables = readVariables(sources, local, places);
  if (!variables.ok) return variables;
  const made: string[] = [];
  const dispose = async (): Promise<void> => {
    for (const folder of made) await rm(folder, { recursive: true, force: true });
  };
  const mounts: Mount[] = [];
  for (const volume of volumes) {
    const folder = await openVolume(volume, local, places, made);
    if (!folder.ok) {
      await dispose();
      return folder;
    }
    const readOnly = volume.kind === 'secret' || volume.kind === 'config-map';
    if (folder.value !== undefined) mounts.push({ source: folder.value, target: volume.mountPath, readOnly });
  }
  return success({ ...variables.value, mounts, dispose });
}

type Variables = Pick<TaskSetting, 'env' | 'secretEnv'>;

function readVariables(
  sources: readonly EnvSource[],
  local: LocalFile,
  places: SettingPlaces,
): Result<Variables, RunReason> {
  const env: Record<string, string> = {};
  const secretEnv: Record<string, string> = {};
  for (const source of sources) {
    if (source.kind === 'field') {
      const task = { podName: `${places.jobName}-${places.taskName}`, runId: places.jobId, taskId: places.taskId };
      const value = fieldValue(source.path, task);
      if (value !== undefined) env[source.variable] = value;
      continue;
    }
    const value = valuesOf(source.kind, local)[source.name]?.[source.key];
    if (value === undefined && !source.optional) return failure(missingValue(source));
    if (value !== undefined) (source.kind === 'secret' ? secretEnv : env)[source.variable] = value;
  }
  return success({ env, secretEnv });
}

function valuesOf(kind: 'secret' | 'config-map', local: LocalFile): NamedValues {
  return kind === 'secret' ? local.secrets : local.configMaps;
}

function missingValue({ kind, name, key }: EnvSource & { readonly kind: 'secret' | 'config-map' }): RunReason {
  return { code: `${kind}-missing`, values: { name, key } };
}

/** The folder of a volume; undefined for an optional one that is not there. */
async function openVolume(
  volume: VolumeSource,
  local: LocalFile,
  places: SettingPlaces,
  made: string[],
): Promise<Result<string | undefined, RunReason>> {
  const { kind, name, optional, subPath = '' } = volume;
  if (kind === 'secret' || kind === 'config-map') {
    const values = valuesOf(kind, local)[name];
    if (values !== undefined) return success(await writeValues(values, made));
    return optional ? success(undefined) : failure({ code: `${kind}-missing`, values: { name, key: '*' } });
  }
  if (kind === 'scratch') {
    const scratch = await makeTemporary(made);
    return success(scratch);
  }
  const folder = join(local.claims[name] ?? join(places.volumesFolder, fileName(name)), subPath);
  await mkdir(folder, { recursive: true });
  return success(folder);
}

/** Outside the run's folder, so that no secret stays in it. */
async function writeValues(values: { readonly [key: string]: string }, made: string[]): Promise<string> {
  const folder = await makeTemporary(made);
  for (const [key, value] of Object.entries(values)) {
    await writeFile(join(folder, fileName(key)), value, { mode: 0o600 });
  }
  return folder;
}

async function makeTemporary(made: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pipewright-volume-'));
  made.push(folder);
  return folder;
}

/** A key of a map as the name of a file, which cannot leave its folder. */
function fileName(key: string): string {
  const name = key.replace(/[^A-Za-z0-9._-]/g, '_');
  return /^\.+$/.test(name) || name === '' ? '_' : name;
}
