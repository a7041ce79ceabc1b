import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import { digestOfText } from '../../catalog/digest.ts';
import { entryOf, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import { writeV1Component } from '../../catalog/v1/write-v1-component.ts';
import { digestOfComponentKey, nameOfComponentKey } from '../../model/component-key.ts';
import type { ComponentRecord, PipelineDocument, TaskRecord } from '../../model/document.ts';
import type { ComponentKey, PipelineId } from '../../model/ids.ts';
import { enclosingGroups } from '../../model/lookups.ts';
import type { TaskOptions } from '../../model/task-options.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { rawNameAtTask } from './names.ts';
import { type GraphScope, writeArgument } from './write-argument.ts';
import { writeIsEnabled } from './write-condition.ts';
import { positionText } from './write-port.ts';

/** Gives the graph component of a sub-pipeline. */
export type WriteDefinition = (pipeline: PipelineId) => TreeMap;

/** A task as the format has it, before what was kept of the original is put back. */
export function writeTask(scope: GraphScope, task: TaskRecord, writeDefinition: WriteDefinition): TreeMap {
  const isEnabled = writeIsEnabled(scope, task);
  const executionOptions = writeExecutionOptions(task.options);
  return {
    componentRef: writeComponentRef(scope.document, task, writeDefinition),
    ...nonEmpty('arguments', writeArguments(scope, task)),
    ...(isEnabled === undefined ? {} : { isEnabled }),
    ...nonEmpty('executionOptions', executionOptions),
    ...nonEmpty('annotations', writeAnnotations(scope.document, task)),
  };
}

function nonEmpty(field: string, map: TreeMap): TreeMap {
  return Object.keys(map).length === 0 ? {} : { [field]: map };
}

function writeComponentRef(document: PipelineDocument, task: TaskRecord, writeDefinition: WriteDefinition): TreeMap {
  const { target } = task;
  if (target.kind === 'pipeline') {
    const spec = writeDefinition(target.pipeline);
    const name = entryOf(spec, 'name');
    return { ...(name === undefined ? {} : { name }), spec };
  }
  if (target.kind === 'component') return writeLeafRef(target.component, document.components.get(target.component));
  return { name: target.kind === 'missing-pipeline' ? target.name : 'importer' };
}

/** The exact text goes with its digest; what was edited here has a specification only. */
function writeLeafRef(key: ComponentKey, component: ComponentRecord | undefined): TreeMap {
  if (component === undefined) return { name: nameOfComponentKey(key), digest: digestOfComponentKey(key) };
  const { url, text } = component.origin ?? {};
  const from = url === undefined ? {} : { url };
  return text === undefined ? { ...from, spec: v1SpecOf(component) } : { ...from, digest: digestOfText(text), text };
}

function writeArguments(scope: GraphScope, task: TaskRecord): TreeMap {
  const written: { [name: string]: YamlTree } = {};
  for (const [port, argument] of Object.entries(task.arguments)) {
    const value = writeArgument(scope, argument);
    if (value !== undefined) written[rawNameAtTask(scope.document, task, 'inputs', port)] = value;
  }
  return written;
}

/** KFP SDK 1.8: `ExecutionOptionsSpec`. No caching is a staleness of nothing. */
function writeExecutionOptions({ retry, caching }: TaskOptions): TreeMap {
  return {
    ...(retry === undefined ? {} : { retryStrategy: { maxRetries: retry.maxCount } }),
    ...(caching?.enabled === false ? { cachingStrategy: { maxCacheStaleness: 'P0D' } } : {}),
  };
}

function writeAnnotations(document: PipelineDocument, task: TaskRecord): TreeMap {
  const layout = document.layout.get(task.id);
  if (layout === undefined) return {};
  let { x, y } = layout;
  for (const group of enclosingGroups(document, task.id)) {
    x += document.layout.get(group.id)?.x ?? 0;
    y += document.layout.get(group.id)?.y ?? 0;
  }
  return {
    'editor.position': positionText(x, y),
    ...(layout.collapsed === true ? { 'editor.collapsed': 'true' } : {}),
  };
}

/** A compiled component in the older form. What has none was refused before. */
function v1SpecOf(component: ComponentRecord): YamlTree {
  if (isTreeMap(component.spec) && Object.hasOwn(component.spec, 'implementation')) return component.spec;
  const description = describeComponentRecord(component);
  return (description && writeV1Component(description)) ?? component.spec;
}
