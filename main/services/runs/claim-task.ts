import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TaskOutputs } from '../../../src/run/facts/run-fact.ts';
import type { TaskJob } from '../../../src/run/schedule/run-action.ts';
import { NO_OUTPUTS } from '../../../src/run/schedule/task-instance.ts';
import type { SettingPlaces } from './task-setting.ts';

/**
 * The tasks that make and remove volume claims have images without a program: KFP's backend does their work. Here a
 * claim is a folder of the run. Undefined for every other task. KFP SDK: `kubernetes.CreatePVC`, `DeletePVC`.
 */
export async function runClaimTask(job: TaskJob, places: SettingPlaces): Promise<TaskOutputs | undefined> {
  const { pvc_name: given, pvc_name_suffix: suffix } = job.inputs.parameters;
  switch (job.executor.container?.image) {
    case 'argostub/createpvc': {
      const name = typeof given === 'string' ? given : `${randomBytes(6).toString('hex')}${String(suffix ?? '')}`;
      await mkdir(join(places.volumesFolder, basename(name)), { recursive: true });
      return { parameters: { name }, artifacts: {} };
    }
    case 'argostub/deletepvc':
      if (typeof given === 'string' && given !== '') {
        await rm(join(places.volumesFolder, basename(given)), { recursive: true, force: true });
      }
      return NO_OUTPUTS;
    default:
      return undefined;
  }
}
