import { readFile } from 'node:fs/promises';
import { HostError } from '../../../src/api/errors.ts';
import type { InvalidArgumentsData } from '../../../src/api/results.ts';
import type { LocalHints } from '../../../src/compile/compiled-pipeline.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import type { RunFact, TaskOutputs } from '../../../src/run/facts/run-fact.ts';
import { progressOf } from '../../../src/run/progress-of.ts';
import { checkRunParameters } from '../../../src/run/run-parameters.ts';
import { isRunEnded } from '../../../src/run/run-state.ts';
import type { RunProgressBefore } from '../../../src/run/schedule/scheduler.ts';
import { pathExists } from '../support/path-exists.ts';
import type { ActiveRun } from './active-run.ts';
import { type DriveDeps, driveRun } from './drive-run.ts';
import { loadIr } from './load-source.ts';
import type { LocalFile } from './local-file.ts';
import { identifyProcess } from './process-identity.ts';
import { type RunMeta, writeRunMeta } from './run-meta.ts';
import { readDocumentPaths, type StoredRun } from './run-store.ts';
import { MASK } from './secret-mask.ts';

/**
 * Goes on with a run that ended before it was done: what its programs gave stays, and everything else is done
 * again, in the same folder and log. Fails with `run-ended` where nothing is left to do, and with
 * `invalid-arguments` where a secret parameter is missing, because those are not kept.
 */
export async function resumeRun(
  stored: StoredRun,
  given: { readonly [name: string]: JsonValue },
  local: LocalFile,
  deps: DriveDeps,
): Promise<{ readonly active: ActiveRun; readonly meta: RunMeta }> {
  const { folder, facts, state } = stored;
  if (!isRunEnded(state.phase)) throw new HostError('run-active', { run: state.id });
  if (state.phase === 'succeeded') throw new HostError('run-ended', { run: state.id });
  const { spec, platform } = loadIr(stored.irText, stored.meta.documentPath);
  const parameters = checkParameters(stored, given);
  const owner = (await identifyProcess(process.pid)) ?? { pid: process.pid, startToken: '' };
  const meta: RunMeta = { ...stored.meta, owner };
  await writeRunMeta(folder, meta);
  const run = {
    meta,
    folder,
    spec,
    platform,
    hints: await readHints(folder.hints),
    documentPaths: await readDocumentPaths(folder),
    parameters,
    local,
    reuse: new Map(),
    initial: state,
    resume: await usableProgress(facts),
  };
  return { active: await driveRun(run, deps), meta };
}

function checkParameters(
  { spec, meta }: StoredRun,
  given: { readonly [name: string]: JsonValue },
): { readonly [name: string]: JsonValue } {
  const secret = Object.entries(given).filter(([name]) => meta.secretParameters.includes(name));
  const kept = meta.parameters as { readonly [name: string]: JsonValue };
  const checked = checkRunParameters(spec, { ...kept, ...Object.fromEntries(secret) });
  if (checked.ok) return checked.value;
  const data: InvalidArgumentsData = { parameters: checked.error };
  throw new HostError('invalid-arguments', { parameters: Object.keys(checked.error) }, data);
}

/** Outputs whose files are gone, or in which a secret was hidden, are made again. */
async function usableProgress(facts: readonly RunFact[]): Promise<RunProgressBefore> {
  const { finished, attempts } = progressOf(facts);
  const usable = new Map<string, TaskOutputs>();
  for (const [key, outputs] of finished) if (await isUsable(outputs)) usable.set(key, outputs);
  return { finished: usable, attempts };
}

async function isUsable(outputs: TaskOutputs): Promise<boolean> {
  if (JSON.stringify(outputs).includes(MASK)) return false;
  for (const { uri, path, empty } of Object.values(outputs.artifacts).flat()) {
    if (empty !== true && !(await pathExists(path ?? uri))) return false;
  }
  return true;
}

async function readHints(path: string): Promise<LocalHints> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  return JSON.parse(text) as LocalHints;
}
