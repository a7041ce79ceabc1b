import type { ComponentDescription } from '../../catalog/component-description.ts';
import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import { entryOf, isTreeMap } from '../../catalog/tree.ts';
import type { ComponentRecord, TaskRecord } from '../../model/document.ts';
import { uniqueName } from '../../model/sanitise-names.ts';
import { type ArgoMap, type ArgoTemplate, byName, filledFields } from './argo-tree.ts';
import { commandText } from './command-text.ts';
import { containerResources } from './container-resources.ts';
import type { PipelineScope } from './emission.ts';
import { type CommandContext, WORKSPACE_PATH } from './input-text.ts';
import { fileName, keyOfFlow, nameOfFlow } from './names.ts';
import { podEnvironment } from './pod-environment.ts';
import { createPodPatch, podPatchText } from './pod-patch.ts';
import { podPlacement } from './pod-placement.ts';
import { podVolumes } from './pod-volumes.ts';
import { settingText, type TaskInputs } from './task-inputs.ts';
import { templateMetadata } from './template-metadata.ts';

/** The volume of the shared workspace. KFP backend: `workspaceVolumeName`. */
export const WORKSPACE_VOLUME = 'kfp-workspace';

/** Writes the template of a task that runs a container. KFP SDK 1.8: `_op_to_template`. */
export function containerTemplate(
  name: string,
  task: TaskRecord,
  record: ComponentRecord,
  { inputs, watched }: { readonly inputs: TaskInputs; readonly watched?: string },
): ArgoTemplate {
  const description = describeComponentRecord(record);
  if (description?.implementation.kind !== 'container') throw new Error(`${record.key} was not caught by analysis`);
  const { command, args, env, image } = description.implementation;
  const outputPaths = outputPathsOf(record, description);
  const context: CommandContext = {
    task,
    description,
    inputs,
    outputPaths,
    ...(watched === undefined ? {} : { watched }),
  };
  const { options } = task;
  const { kubernetes = {}, retry } = options;
  const patch = createPodPatch();
  const { volumes, mounts } = podVolumes(kubernetes, inputs);
  const line = { command: commandText(context, command), args: commandText(context, args) };
  const usesWorkspace = [...line.command, ...line.args].some((element) => element.includes(WORKSPACE_PATH));
  const workspace = usesWorkspace ? [{ mountPath: WORKSPACE_PATH, name: WORKSPACE_VOLUME }] : [];
  const container = {
    ...line,
    ...filledFields({
      env: podEnvironment(env, options.env ?? [], kubernetes, inputs),
      image: options.image === undefined ? image : settingText(inputs, options.image),
      imagePullPolicy: kubernetes.imagePullPolicy,
      resources: containerResources(options.resources ?? {}, inputs, patch),
      securityContext: kubernetes.securityContext && filledFields({ ...kubernetes.securityContext }),
      volumeMounts: [...mounts, ...workspace],
    }),
  };
  addPullSecrets(task, inputs, patch.pod);
  const placement = podPlacement(kubernetes, inputs, patch);
  const metadata = templateMetadata(context, record);
  return {
    name,
    container,
    ...filledFields({
      inputs: inputFields(inputs),
      outputs: outputFields(inputs.scope, task, description, outputPaths),
      metadata,
      retryStrategy: retry && retryFields(retry),
      activeDeadlineSeconds: kubernetes.timeoutSeconds === 0 ? undefined : kubernetes.timeoutSeconds,
      ...placement,
      initContainers: kubernetes.initContainers?.map(({ volumeMounts, ...fields }) =>
        filledFields({
          ...fields,
          resources: fields.resources && filledFields({ ...fields.resources }),
          volumeMounts: volumeMounts?.map(({ volumeName, mountPath }) => ({ mountPath, name: volumeName })),
        }),
      ),
      volumes,
      podSpecPatch: podPatchText(patch),
    }),
  };
}

/** KFP SDK 1.8: `fileOutputs` say a path, any other output goes to `/tmp/outputs/<name>/data`. */
function outputPathsOf(record: ComponentRecord, description: ComponentDescription): ReadonlyMap<string, string> {
  const container = entryOf(entryOf(record.spec, 'implementation'), 'container');
  const fileOutputs = entryOf(container, 'fileOutputs');
  const paths = new Map<string, string>();
  const folders = new Set<string>();
  for (const { id, name } of description.outputs) {
    const given = isTreeMap(fileOutputs) ? fileOutputs[name] : undefined;
    const folder = uniqueName(fileName(name), (candidate) => folders.has(candidate));
    folders.add(folder);
    paths.set(id, typeof given === 'string' ? given : `/tmp/outputs/${folder}/data`);
  }
  return paths;
}

function inputFields(inputs: TaskInputs): ArgoMap {
  const artifacts = [...inputs.artifacts.values()].map(({ name, path }) => ({ name, path }));
  const parameters = [...inputs.parameters.keys()].map((name) => ({ name }));
  return filledFields({ parameters: parameters.sort(byName), artifacts: artifacts.sort(byName) });
}

/** Every output is kept as a file; it is a parameter too where something refers to its value. */
function outputFields(
  scope: PipelineScope,
  task: TaskRecord,
  description: ComponentDescription,
  paths: ReadonlyMap<string, string>,
): ArgoMap {
  const outputs = description.outputs.map(({ id, type }) => {
    const reference = { kind: 'task-output', task: task.id, output: id } as const;
    const isValue = type.kind === 'parameter' && scope.surfaced.demanded.has(keyOfFlow(reference));
    return { name: nameOfFlow(scope.names, reference), path: paths.get(id) ?? '', isValue };
  });
  const parameters = outputs.filter(({ isValue }) => isValue);
  return filledFields({
    parameters: parameters.map(({ name, path }) => ({ name, valueFrom: { path } })).sort(byName),
    artifacts: outputs.map(({ name, path }) => ({ name, path })).sort(byName),
  });
}

/** KFP SDK 1.8: `set_retry`. Argo: a retry strategy's times are texts with a unit. */
function retryFields(retry: NonNullable<TaskRecord['options']['retry']>): ArgoMap {
  const { maxCount, backoffSeconds, backoffFactor, backoffMaxSeconds } = retry;
  const backoff = filledFields({
    duration: backoffSeconds === undefined ? undefined : `${backoffSeconds}s`,
    factor: backoffFactor === undefined ? undefined : Math.max(1, Math.round(backoffFactor)),
    maxDuration: backoffMaxSeconds === undefined ? undefined : `${backoffMaxSeconds}s`,
  });
  return filledFields({ limit: maxCount, backoff });
}

/** Constant names are secrets of the whole workflow; a name that a run gives is one of the pod. */
function addPullSecrets(task: TaskRecord, inputs: TaskInputs, pod: Map<string, string>): void {
  const names = task.options.kubernetes?.imagePullSecrets ?? [];
  const referring = names.filter((name) => typeof name !== 'string');
  for (const name of names) if (typeof name === 'string') inputs.scope.emission.imagePullSecrets.add(name);
  if (referring.length === 0) return;
  const entries = referring.map((name) => `{"name": ${JSON.stringify(settingText(inputs, name))}}`);
  pod.set('imagePullSecrets', `[${entries.join(', ')}]`);
}
