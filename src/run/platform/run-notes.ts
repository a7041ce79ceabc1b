import type { PipelineSpec, PlatformSpec } from '../../compile/kfp/ir.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { RunNote } from '../run-state.ts';
import { readTaskPlatform, type TaskPlatform } from './task-platform.ts';

/** What is known of one executor before the run: names that only the run will tell are empty texts. */
export interface ExecutorPlatform {
  readonly label: string;
  readonly task: string;
  readonly platform: TaskPlatform;
}

/** Reads the Kubernetes settings of every executor, with the name of a task that has it. */
export function readExecutorPlatforms(spec: PipelineSpec, platform: PlatformSpec | undefined): ExecutorPlatform[] {
  const configs = platform?.platforms.kubernetes?.deploymentSpec?.executors ?? {};
  const tasks = tasksByExecutor(spec);
  return Object.entries(configs).map(([label, config]) => ({
    label,
    task: tasks.get(label) ?? label,
    platform: readTaskPlatform(keepConstants(config) as JsonObject),
  }));
}

/** By executor label: a task that uses it. */
export function tasksByExecutor(spec: PipelineSpec): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const component of [spec.root, ...Object.values(spec.components ?? {})]) {
    for (const [task, { componentRef }] of Object.entries(component.dag?.tasks ?? {})) {
      const label = spec.components?.[componentRef.name]?.executorLabel;
      if (label !== undefined && !found.has(label)) found.set(label, task);
    }
  }
  return found;
}

/** Says which settings of a pipeline have no effect on one machine, each with the tasks that have it. */
export function describeRunNotes(
  spec: PipelineSpec,
  platform: PlatformSpec | undefined,
  engine: 'process' | 'docker' | 'podman',
): RunNote[] {
  const bySetting = new Map<string, Set<string>>();
  const add = (setting: string, task: string): void => {
    bySetting.set(setting, (bySetting.get(setting) ?? new Set()).add(task));
  };
  for (const { task, platform: settings } of readExecutorPlatforms(spec, platform)) {
    for (const setting of settings.unused) add(setting, task);
    if (engine === 'process') for (const setting of containerSettings(settings)) add(setting, task);
  }
  if (engine === 'process') for (const [setting, task] of resourceSettings(spec)) add(setting, task);
  const notes = [...bySetting].map(
    ([setting, tasks]): RunNote => ({ code: 'setting-unused', values: { setting, tasks: [...tasks].join(', ') } }),
  );
  return [...notes, ...pipelineNotes(platform)];
}

/** Settings that need a container. */
function containerSettings({ user, pullPolicy, volumes }: TaskPlatform): readonly string[] {
  return [
    ...(user === undefined ? [] : ['securityContext']),
    ...(pullPolicy === undefined ? [] : ['imagePullPolicy']),
    ...volumes.map(({ mountPath }) => mountPath),
  ];
}

function resourceSettings(spec: PipelineSpec): readonly (readonly [string, string])[] {
  const tasks = tasksByExecutor(spec);
  return Object.entries(spec.deploymentSpec.executors ?? {}).flatMap(([label, { container }]) =>
    container?.resources === undefined ? [] : [['resources', tasks.get(label) ?? label] as const],
  );
}

function pipelineNotes(platform: PlatformSpec | undefined): RunNote[] {
  const config = platform?.platforms.kubernetes?.pipelineConfig ?? {};
  return Object.keys(config)
    .filter((setting) => setting !== 'workspace')
    .map((setting) => ({ code: 'pipeline-setting-unused', values: { setting } }));
}

function keepConstants(value: YamlTree): JsonValue {
  if (Array.isArray(value)) return (value as readonly YamlTree[]).map(keepConstants);
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  const map = value as { readonly [key: string]: YamlTree };
  const constant = (map.runtimeValue as { readonly constant?: JsonValue } | undefined)?.constant;
  if (constant !== undefined) return constant;
  if ('componentInputParameter' in map || 'taskOutputParameter' in map) {
    const { mountPath } = map;
    return mountPath === undefined ? '' : keepConstants({ constant: '', mountPath });
  }
  return Object.fromEntries(Object.entries(map).map(([key, item]) => [key, keepConstants(item)]));
}
