import { plainJson, type TreeMap } from '../../catalog/tree.ts';
import type { JsonObject } from '../../model/json.ts';
import type { PipelinePlatformSettings } from '../../model/kubernetes-settings.ts';
import { type ArgoReading, noteLoss } from './argo-reading.ts';
import { mapOf, mapsOf, textOf, textsOf, wholeOf } from './tree-fields.ts';

const READ_FIELDS: ReadonlySet<string> = new Set(
  (
    'entrypoint templates arguments onExit activeDeadlineSeconds ttlStrategy volumeClaimTemplates imagePullSecrets ' +
    'workflowSpec workflowTemplateRef schedule schedules'
  ).split(' '),
);

/** KFP SDK 1.8: the account of the namespace that KFP runs in. */
const KFP_ACCOUNT = 'pipeline-runner';

/** Settings of the whole run; what has no like here is noted. */
export function readPlatform(
  reading: ArgoReading,
  resource: TreeMap,
  spec: TreeMap,
): PipelinePlatformSettings | undefined {
  noteFields(reading, resource, spec);
  const ttl = mapOf(spec, 'ttlStrategy');
  const workspace = readWorkspace(reading, spec);
  const seconds = {
    activeDeadlineSeconds: wholeOf(spec, 'activeDeadlineSeconds'),
    ttlSecondsOnCompletion: wholeOf(ttl, 'secondsAfterCompletion'),
    ttlSecondsOnSuccess: wholeOf(ttl, 'secondsAfterSuccess'),
    ttlSecondsOnFailure: wholeOf(ttl, 'secondsAfterFailure'),
  };
  const known = Object.entries(seconds).filter(([, value]) => value !== undefined);
  if (known.length === 0 && workspace === undefined) return undefined;
  return { ...Object.fromEntries(known), ...(workspace === undefined ? {} : { workspace }) };
}

function noteFields(reading: ArgoReading, resource: TreeMap, spec: TreeMap): void {
  const fields = new Set([...Object.keys(mapOf(resource, 'spec')), ...Object.keys(spec)]);
  for (const field of fields) {
    if (READ_FIELDS.has(field)) continue;
    if (field === 'serviceAccountName' && textOf(spec, field) === KFP_ACCOUNT) continue;
    noteLoss(reading, 'argo-setting-not-read', { field });
  }
  const cron = mapOf(resource, 'spec');
  const schedules = [textOf(cron, 'schedule') ?? '', ...textsOf(cron, 'schedules')].filter((text) => text !== '');
  if (schedules.length > 0) noteLoss(reading, 'argo-schedule', { schedules });
}

/** The claim that stands in for the shared workspace of KFP. */
function readWorkspace(reading: ArgoReading, spec: TreeMap): PipelinePlatformSettings['workspace'] {
  for (const claim of mapsOf(spec, 'volumeClaimTemplates')) {
    const name = textOf(mapOf(claim, 'metadata'), 'name') ?? '';
    if (name !== 'kfp-workspace') {
      noteLoss(reading, 'argo-setting-not-read', { field: `volumeClaimTemplates.${name}` });
      continue;
    }
    const { resources, accessModes, ...patch } = mapOf(claim, 'spec');
    const size = textOf(mapOf(mapOf({ resources: resources ?? null }, 'resources'), 'requests'), 'storage') ?? '';
    const isUsual = JSON.stringify(accessModes) === '["ReadWriteOnce"]';
    const pvcSpecPatch = plainJson({
      ...patch,
      ...(isUsual || accessModes === undefined ? {} : { accessModes }),
    }) as JsonObject;
    return { size, ...(Object.keys(pvcSpecPatch).length === 0 ? {} : { pvcSpecPatch }) };
  }
  return undefined;
}

/** Secrets for images are those of every task. */
export function addPullSecrets(reading: ArgoReading, spec: TreeMap): void {
  const imagePullSecrets = mapsOf(spec, 'imagePullSecrets').map((secret) => textOf(secret, 'name') ?? '');
  if (imagePullSecrets.length === 0) return;
  for (const [id, task] of reading.tasks) {
    if (task.target.kind !== 'component') continue;
    const kubernetes = { ...task.options.kubernetes, imagePullSecrets };
    reading.tasks.set(id, { ...task, options: { ...task.options, kubernetes } });
  }
}
