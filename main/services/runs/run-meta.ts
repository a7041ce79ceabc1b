import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../support/json-file.ts';
import type { RunFolder } from './run-folder.ts';

const processIdentity = z.object({ pid: z.int(), startToken: z.string() });

const metaSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  name: z.string(),
  pipelineName: z.string(),
  root: z.string().nullable(),
  documentPath: z.string().optional(),
  createdAt: z.number(),
  parallelism: z.int(),
  caching: z.boolean(),
  engine: z.enum(['process', 'docker', 'podman']).default('process'),
  /** Without secret ones. */
  parameters: z.record(z.string(), z.json()),
  secretParameters: z.array(z.string()),
  /** The program that drives the run: while it is alive, nobody else may end the run. */
  owner: processIdentity,
});

/** What a run is besides its events. Written once. */
export type RunMeta = z.output<typeof metaSchema>;

/** Undefined when the file is absent or damaged: such a folder is no run. */
export async function readRunMeta(folder: RunFolder): Promise<RunMeta | undefined> {
  return await readJsonFile(folder.meta, metaSchema);
}

export async function writeRunMeta(folder: RunFolder, meta: RunMeta): Promise<void> {
  await writeJsonFile(folder.meta, meta);
}
