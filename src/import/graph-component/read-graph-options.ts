import { entryOf, type TreeMap } from '../../catalog/tree.ts';
import type { TaskOptions } from '../../model/task-options.ts';
import { type GraphReading, noteLoss } from './graph-reading.ts';

/** ISO 8601 durations of nothing: never take an earlier result. */
const NO_TIME = /^P(?:T?0+[YMWDHS])+$/;

/** Settings of v1 tasks that KFP has other settings for, or none. */
const OTHER_SETTINGS = ['k8sContainerOptions', 'k8sPodOptions'];

/** Caching and retries. KFP SDK 1.8: `ExecutionOptionsSpec`. What has no like here is noted and written back. */
export function readTaskOptions(reading: GraphReading, task: string, spec: TreeMap): TaskOptions {
  const options = entryOf(spec, 'executionOptions');
  const retries = entryOf(entryOf(options, 'retryStrategy'), 'maxRetries');
  const staleness = entryOf(entryOf(options, 'cachingStrategy'), 'maxCacheStaleness');
  const isUncached = typeof staleness === 'string' && NO_TIME.test(staleness);
  if (staleness !== undefined && staleness !== null && !isUncached) {
    noteLoss(reading, 'graph-staleness', { task, time: String(staleness) });
  }
  for (const field of OTHER_SETTINGS) {
    if (entryOf(spec, field) !== undefined) noteLoss(reading, 'graph-setting-not-read', { task, field });
  }
  return {
    ...(isUncached ? { caching: { enabled: false } } : {}),
    ...(isCount(retries) && retries > 0 ? { retry: { maxCount: retries } } : {}),
  };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
