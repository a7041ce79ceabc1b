import type { RunFact } from '../../../src/run/facts/run-fact.ts';
import { isRunEnded } from '../../../src/run/run-state.ts';
import { NO_OUTPUTS } from '../../../src/run/schedule/task-instance.ts';
import type { Engines } from './choose-engine.ts';
import { openEventLog } from './event-log.ts';
import { endGroup } from './kill-group.ts';
import { isAlive } from './process-identity.ts';
import { listRunIds, readStoredRun, type StoredRun } from './run-store.ts';

/** Ends what an app that died left running and writes the interruption down. Runs of a living program are left alone. */
export async function recoverRuns(runsFolder: string, engines: Engines, now: () => number): Promise<readonly string[]> {
  const recovered: string[] = [];
  for (const runId of await listRunIds(runsFolder)) {
    const run = await readStoredRun(runsFolder, runId);
    if (run === undefined || isRunEnded(run.state.phase) || (await isAlive(run.meta.owner))) continue;
    await interruptRun(run, engines, now());
    recovered.push(runId);
  }
  return recovered;
}

async function interruptRun(run: StoredRun, engines: Engines, at: number): Promise<void> {
  for (const process of leftProcesses(run.facts)) {
    if (await isAlive(process)) await endGroup(process.pid);
  }
  await engines[run.meta.engine].endLeftovers(run.meta.id);
  const log = await openEventLog(run.folder.events);
  await log.append([
    { type: 'run-ended', at, phase: 'interrupted', reason: { code: 'app-ended' }, outputs: NO_OUTPUTS },
  ]);
  await log.close();
}

type StartedProcess = RunFact & { readonly type: 'task-process' };

/** The processes of tries whose end was not written down. */
export function leftProcesses(facts: readonly RunFact[]): readonly StartedProcess[] {
  const open = new Map<string, StartedProcess>();
  for (const fact of facts) {
    if (fact.type === 'task-process') open.set(fact.key, fact);
    else if ('key' in fact && fact.type !== 'task-started') open.delete(fact.key);
  }
  return [...open.values()];
}
