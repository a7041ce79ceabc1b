import { type ApplicationLog, createLog } from '../../main/services/log/create-log.ts';

/** A log in memory, whose lines a test can read. */
export function createSilentLog(): ApplicationLog {
  return createLog({ file: null, now: () => 0 });
}
