import { describeRunFolder } from './run-folder.ts';
import type { RunMeta } from './run-meta.ts';
import { readRunMeta } from './run-meta.ts';
import { folderBytes, listRunIds, removeRun } from './run-store.ts';

export interface StoreLimits {
  /** Runs created before this time go. */
  readonly olderThan?: number;
  /** The oldest runs go until no more than this is left. */
  readonly keepBytes?: number;
}

interface MeasuredRun {
  readonly meta: RunMeta;
  readonly bytes: number;
}

/** Removes what is over the limits, oldest first. Runs for which `isActive` holds stay. */
export async function enforceStoreLimits(
  runsFolder: string,
  limits: StoreLimits,
  isActive: (runId: string) => boolean,
): Promise<{ readonly removed: readonly string[]; readonly bytes: number }> {
  const runs = await measureRuns(runsFolder);
  let total = runs.reduce((sum, run) => sum + run.bytes, 0);
  let freed = 0;
  const removed: string[] = [];
  for (const { meta, bytes } of runs.sort((left, right) => left.meta.createdAt - right.meta.createdAt)) {
    const old = limits.olderThan !== undefined && meta.createdAt < limits.olderThan;
    const over = limits.keepBytes !== undefined && total > limits.keepBytes;
    if ((!old && !over) || isActive(meta.id)) continue;
    await removeRun(runsFolder, meta.id);
    removed.push(meta.id);
    total -= bytes;
    freed += bytes;
  }
  return { removed, bytes: freed };
}

async function measureRuns(runsFolder: string): Promise<MeasuredRun[]> {
  const measured: MeasuredRun[] = [];
  for (const runId of await listRunIds(runsFolder)) {
    const folder = describeRunFolder(runsFolder, runId);
    const meta = await readRunMeta(folder);
    if (meta !== undefined) measured.push({ meta, bytes: await folderBytes(folder.root) });
  }
  return measured;
}
