import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { artifactLocation, type TaskOutputs } from '../../../src/run/facts/run-fact.ts';
import type { TaskJob } from '../../../src/run/schedule/run-action.ts';
import { readJsonFile, writeJsonFile } from '../support/json-file.ts';
import type { ContentDigests } from './content-digest.ts';
import { type LocalFile, NO_LOCAL_FILE } from './local-file.ts';
import type { LocalSources } from './local-sources.ts';

const artifact = z.object({
  name: z.string(),
  uri: z.string(),
  schemaTitle: z.string(),
  schemaVersion: z.string(),
  metadata: z.record(z.string(), z.json()),
  size: z.number().optional(),
  path: z.string().optional(),
  empty: z.literal(true).optional(),
});

const entry = z.object({
  runId: z.string(),
  outputs: z.object({
    parameters: z.record(z.string(), z.json()),
    artifacts: z.record(z.string(), z.array(artifact)),
  }),
});

/** Outputs of earlier tasks by what went into them. */
export interface TaskCache {
  /** The key of a task: what it runs and everything it is given. Undefined when an input is gone. */
  keyOf(job: TaskJob, sources: LocalSources, local?: LocalFile): Promise<string | undefined>;
  /** Only when every artifact is still there. */
  find(key: string): Promise<{ readonly runId: string; readonly outputs: TaskOutputs } | undefined>;
  store(key: string, runId: string, outputs: TaskOutputs): Promise<void>;
}

export function createTaskCache(deps: { readonly folder: string; readonly digests: ContentDigests }): TaskCache {
  const fileOf = (key: string): string => join(deps.folder, `${key}.json`);
  return {
    keyOf: (job, sources, local) => computeKey(job, sources, local ?? NO_LOCAL_FILE, deps.digests),
    find: async (key) => {
      const found = await readJsonFile(fileOf(key), entry);
      if (found === undefined) return undefined;
      const outputs = found.outputs as TaskOutputs;
      const artifacts = Object.values(outputs.artifacts)
        .flat()
        .filter(({ empty }) => empty !== true);
      const present = await Promise.all(
        artifacts.map((candidate) =>
          access(artifactLocation(candidate)).then(
            () => true,
            () => false,
          ),
        ),
      );
      return present.every(Boolean) ? { runId: found.runId, outputs } : undefined;
    },
    store: (key, runId, outputs) => writeJsonFile(fileOf(key), { runId, outputs }),
  };
}

async function computeKey(
  job: TaskJob,
  sources: LocalSources,
  local: LocalFile,
  digests: ContentDigests,
): Promise<string | undefined> {
  const files = [
    ...sources.folders.map(({ folder }) => folder),
    ...(sources.requirements === undefined ? [] : [sources.requirements]),
    ...Object.values(job.inputs.artifacts).flatMap((list) =>
      list.filter(({ empty }) => empty !== true).map(artifactLocation),
    ),
  ];
  const contents = await Promise.all(files.map((path) => digests.digest(path)));
  if (contents.includes(undefined)) return undefined;
  const artifactNames = Object.entries(job.inputs.artifacts).map(([name, list]) => [
    name,
    list.length,
    list.map(({ metadata }) => metadata),
  ]);
  const content = [
    job.executor.container,
    job.component.inputDefinitions,
    job.component.outputDefinitions,
    job.inputs.parameters,
    artifactNames.sort(),
    contents,
    settingContent(job, local),
    job.cacheKey,
  ];
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** What the task's settings ask of the local file, with the values it has now. */
function settingContent({ platform }: TaskJob, local: LocalFile): unknown {
  if (platform === undefined) return null;
  const { env, volumes } = platform;
  const named = [...env.filter((source) => source.kind !== 'field'), ...volumes];
  const values = named.map(({ kind, name }) => (kind === 'secret' ? local.secrets : local.configMaps)[name] ?? null);
  return [env, volumes, values];
}

/** JSON in which the order of a map's keys says nothing. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([left], [right]) => (left < right ? -1 : 1)))
      : item,
  );
}
