import { join } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import type { RunSummary } from '../../../src/api/results.ts';
import { isRunEnded } from '../../../src/run/run-state.ts';
import type { ActiveRun } from './active-run.ts';
import type { Engines } from './choose-engine.ts';
import { recoverRuns } from './recover-runs.ts';
import { describeRunFolder } from './run-folder.ts';
import type { RunMeta } from './run-meta.ts';
import { listRunIds, readStoredRun, removeRun, type StoredRun, summariseRun } from './run-store.ts';
import type { RunsServiceDeps } from './runs-deps.ts';
import { enforceStoreLimits, type StoreLimits } from './store-limits.ts';

/** The runs that are kept, and those that this program drives. */
export interface RunRegistry {
  readonly runsFolder: string;
  activeCount(): number;
  active(runId: string): ActiveRun | undefined;
  /** Keeps a started run in view until it has ended, and tells clients of both. */
  follow(run: ActiveRun, meta: RunMeta): void;
  /** Fails with `not-found`. */
  read(runId: string): Promise<StoredRun>;
  /** Where a run's files are and how it stands, without reading its pipeline again. Fails with `not-found`. */
  locate(runId: string): Promise<LocatedRun>;
  list(): Promise<readonly RunSummary[]>;
  remove(runId: string): Promise<void>;
  cleanUp(limits: StoreLimits): Promise<{ readonly removed: number; readonly bytes: number }>;
  /** Ends what runs. */
  dispose(): Promise<void>;
}

/** What reading logs and outputs needs of a run. */
export type LocatedRun = Pick<StoredRun, 'folder' | 'state'>;

const DAY_MILLISECONDS = 86_400_000;

/** Opens the runs of a data folder. What an earlier program left running is ended first. */
export function createRunRegistry(deps: RunsServiceDeps, engines: Engines): RunRegistry {
  const runsFolder = join(deps.dataFolder, 'runs');
  const active = new Map<string, { readonly run: ActiveRun; readonly meta: RunMeta }>();
  const endedSummaries = new Map<string, RunSummary>();
  /** The ended run that was looked at last: reading its log asks for it again and again. */
  let lastLocated: LocatedRun | undefined;
  const recovered = recoverRuns(runsFolder, engines, deps.now).catch((error: unknown) =>
    deps.logger.error('run recovery', error),
  );

  const tell = (changed: readonly RunSummary[], removed: readonly string[] = []): void =>
    deps.emit('runs.listChanged', { changed, removed });

  async function followToEnd(run: ActiveRun, meta: RunMeta): Promise<void> {
    tell([summariseRun(meta, run.state())]);
    await run.ended;
    active.delete(run.id);
    tell([summariseRun(meta, run.state())]);
    const { runStoreMaxDays, runStoreMaxGigabytes } = await deps.readSettings();
    await cleanUp({
      olderThan: deps.now() - runStoreMaxDays * DAY_MILLISECONDS,
      keepBytes: runStoreMaxGigabytes * 1e9,
    });
  }

  async function cleanUp(limits: StoreLimits): Promise<{ readonly removed: number; readonly bytes: number }> {
    await recovered;
    const { removed, bytes } = await enforceStoreLimits(runsFolder, limits, (runId) => active.has(runId));
    for (const runId of removed) endedSummaries.delete(runId);
    lastLocated = undefined;
    if (removed.length > 0) tell([], removed);
    return { removed: removed.length, bytes };
  }

  async function read(runId: string): Promise<StoredRun> {
    await recovered;
    const stored = await readStoredRun(runsFolder, runId);
    if (stored === undefined) throw new HostError('not-found', { path: runId });
    const running = active.get(runId);
    return running === undefined ? stored : { ...stored, state: running.run.state() };
  }

  async function locate(runId: string): Promise<LocatedRun> {
    const running = active.get(runId)?.run;
    if (running !== undefined) return { folder: describeRunFolder(runsFolder, runId), state: running.state() };
    if (lastLocated?.state.id === runId) return lastLocated;
    const { folder, state } = await read(runId);
    // A run of another program may still change.
    if (isRunEnded(state.phase)) lastLocated = { folder, state };
    return { folder, state };
  }

  async function summarise(runId: string): Promise<RunSummary | undefined> {
    const running = active.get(runId);
    if (running !== undefined) return summariseRun(running.meta, running.run.state());
    const known = endedSummaries.get(runId);
    if (known !== undefined) return known;
    const stored = await readStoredRun(runsFolder, runId);
    if (stored === undefined) return undefined;
    const summary = summariseRun(stored.meta, stored.state);
    if (summary.endedAt !== undefined) endedSummaries.set(runId, summary);
    return summary;
  }

  return {
    runsFolder,
    activeCount: () => active.size,
    active: (runId) => active.get(runId)?.run,
    follow: (run, meta) => {
      active.set(run.id, { run, meta });
      endedSummaries.delete(run.id);
      lastLocated = undefined;
      followToEnd(run, meta).catch((error: unknown) => deps.logger.error('run end', error));
    },
    read,
    locate,
    list: async () => {
      await recovered;
      const summaries = await Promise.all((await listRunIds(runsFolder)).map(summarise));
      return summaries.filter((summary) => summary !== undefined);
    },
    remove: async (runId) => {
      await removeRun(runsFolder, runId);
      endedSummaries.delete(runId);
      lastLocated = undefined;
      tell([], [runId]);
    },
    cleanUp,
    dispose: async () => {
      await recovered;
      for (const { run } of active.values()) run.stop();
      await Promise.all([...active.values()].map(({ run }) => run.ended));
    },
  };
}
