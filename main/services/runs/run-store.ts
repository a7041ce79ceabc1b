import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunSummary } from '../../../src/api/results.ts';
import type { PipelineSpec } from '../../../src/compile/kfp/ir.ts';
import {
  initialRunState,
  type PlannedTask,
  reduceFacts,
  type TaskLookup,
} from '../../../src/run/facts/reduce-facts.ts';
import type { RunFact } from '../../../src/run/facts/run-fact.ts';
import { irPathOfKey, planRunTasks } from '../../../src/run/plan-run-tasks.ts';
import { isTaskEnded, type RunState } from '../../../src/run/run-state.ts';
import { readForeignYaml } from '../../../src/yaml/read-foreign-yaml.ts';
import { readEventLog } from './event-log.ts';
import { describeRunFolder, type RunFolder } from './run-folder.ts';
import { type RunMeta, readRunMeta } from './run-meta.ts';

/** A run as its folder has it. */
export interface StoredRun {
  readonly meta: RunMeta;
  readonly folder: RunFolder;
  readonly facts: readonly RunFact[];
  readonly state: RunState;
  readonly spec: PipelineSpec;
  readonly irText: string;
}

/** Lists the ids of the runs in a folder, newest first. */
export async function listRunIds(runsFolder: string): Promise<readonly string[]> {
  const entries = await readdir(runsFolder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort().reverse();
}

/** Reads a run back; undefined when its folder is gone or damaged. */
export async function readStoredRun(runsFolder: string, runId: string): Promise<StoredRun | undefined> {
  const folder = describeRunFolder(runsFolder, runId);
  const meta = await readRunMeta(folder);
  const irText = await readFile(folder.irText, 'utf8').catch(() => undefined);
  if (meta === undefined || irText === undefined) return undefined;
  const read = readForeignYaml(irText);
  if (!read.ok) return undefined;
  const spec = read.value.documents[0] as unknown as PipelineSpec;
  const facts = await readEventLog(folder.events);
  const plan = planTasks(spec, await readDocumentPaths(folder));
  const created = {
    type: 'run-created',
    at: meta.createdAt,
    runId,
    name: meta.name,
    pipelineName: meta.pipelineName,
  } as const;
  const state = reduceFacts(initialRunState(created, plan.tasks), facts, plan.lookup);
  return { meta, folder, facts, state, spec, irText };
}

/** IR task path to the document's path, as the run was started with. */
export async function readDocumentPaths(folder: RunFolder): Promise<{ readonly [irPath: string]: string }> {
  const text = await readFile(folder.sourceMap, 'utf8').catch(() => '{}');
  return JSON.parse(text) as { readonly [irPath: string]: string };
}

/** The tasks of a run before anything happened, and how those of iterations are named. */
export function planTasks(
  spec: PipelineSpec,
  documentPaths: { readonly [irPath: string]: string },
): { readonly tasks: readonly PlannedTask[]; readonly lookup: TaskLookup } {
  const tasks = planRunTasks(spec, (irPath) => documentPaths[irPath]);
  const byPath = new Map(tasks.map((task) => [task.irPath, task]));
  const lookup: TaskLookup = (key) => {
    const irPath = irPathOfKey(key);
    return { kind: 'container', ...byPath.get(irPath), key, irPath };
  };
  return { tasks, lookup };
}

/** A run in one line of a list. DAG tasks are not counted: what they hold is. */
export function summariseRun(meta: RunMeta, state: RunState): RunSummary {
  const tasks = Object.values(state.tasks).filter((task) => task.kind !== 'dag');
  const { startedAt, endedAt } = state;
  return {
    id: meta.id,
    name: meta.name,
    pipelineName: meta.pipelineName,
    root: meta.root,
    phase: state.phase,
    createdAt: meta.createdAt,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    taskCounts: {
      total: tasks.length,
      done: tasks.filter((task) => isTaskEnded(task.phase)).length,
      failed: tasks.filter((task) => task.phase === 'failed').length,
    },
  };
}

/** Bytes below a folder. Links are not followed. */
export async function folderBytes(path: string): Promise<number> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) bytes += await folderBytes(child);
    else if (entry.isFile()) bytes += (await stat(child).catch(() => undefined))?.size ?? 0;
  }
  return bytes;
}

/** Removes a run's folder. */
export async function removeRun(runsFolder: string, runId: string): Promise<void> {
  await rm(describeRunFolder(runsFolder, runId).root, { recursive: true, force: true });
}
