import type { Reference } from '../../model/argument.ts';
import type { PipelineDocument, PipelineRecord, TaskRecord } from '../../model/document.ts';
import type { GroupRecord } from '../../model/group.ts';
import type { GroupId, NodeId, TaskId } from '../../model/ids.ts';
import { bodiesOfGroup, isTask, nodesOfPipeline } from '../../model/lookups.ts';
import { referencesOfGroup, referencesOfOutputs, referencesOfTask } from '../../model/record-references.ts';
import type { ArtifactClasses } from './artifact-classes.ts';
import type { Callee } from './callees.ts';
import { createNames, snakeCase } from './identifiers.ts';
import type { ModuleNames } from './module-names.ts';
import { nodesInOrder, type WritingOrder, writingOrder } from './order.ts';
import { hasSettings } from './task-settings.ts';

/** What is known while the function of one pipeline is written. */
export interface FunctionContext {
  readonly document: PipelineDocument;
  readonly pipeline: PipelineRecord;
  readonly module: ModuleNames;
  readonly order: WritingOrder;
  /** Python variables of tasks, loop items and exit handlers, where one is needed. */
  readonly variables: ReadonlyMap<NodeId, string>;
  /** Variables of one-of outputs that are used, by `oneOfKey`. */
  readonly oneOfs: ReadonlyMap<string, string>;
  /** What a group waits for is waited for by the task written first in it. */
  readonly inheritedAfter: ReadonlyMap<TaskId, readonly NodeId[]>;
  readonly callees: ReadonlyMap<TaskId, Callee>;
  readonly artifacts: ArtifactClasses;
}

/** Names one output of a branches group. */
export function oneOfKey(group: GroupId, output: string): string {
  return `${group}:${output}`;
}

/** Looks a pipeline over before its function is written. */
export function createFunctionContext(
  known: Pick<FunctionContext, 'document' | 'pipeline' | 'module' | 'callees' | 'artifacts'>,
): FunctionContext {
  const { document, pipeline, module } = known;
  const order = writingOrder(document, pipeline.id);
  const uses = collectUses(document, pipeline);
  const names = createNames(module.names.all);
  const variables = new Map<NodeId, string>();
  const oneOfs = new Map<string, string>();
  const inheritedAfter = new Map<TaskId, readonly NodeId[]>();
  for (const record of nodesInOrder(document, pipeline.body, order)) {
    if (uses.nodes.has(record.id)) variables.set(record.id, names.take(variableName(record)));
    if (isTask(record)) continue;
    if (record.kind === 'branches') {
      for (const { name } of record.outputs) {
        const key = oneOfKey(record.id, name);
        if (uses.oneOfs.has(key)) oneOfs.set(key, names.take(snakeCase(name)));
      }
    }
    const first = record.after.length === 0 ? undefined : firstTask(document, record, order);
    if (first !== undefined) inheritedAfter.set(first, [...(inheritedAfter.get(first) ?? []), ...record.after]);
  }
  for (const task of inheritedAfter.keys()) {
    const record = document.tasks.get(task);
    if (record !== undefined && !variables.has(task)) variables.set(task, names.take(variableName(record)));
  }
  return { ...known, order, variables, oneOfs, inheritedAfter };
}

interface Uses {
  readonly nodes: Set<NodeId>;
  readonly oneOfs: Set<string>;
}

function collectUses(document: PipelineDocument, pipeline: PipelineRecord): Uses {
  const uses: Uses = { nodes: new Set(), oneOfs: new Set() };
  for (const reference of referencesOfOutputs(pipeline)) addUse(uses, document, reference);
  for (const record of nodesOfPipeline(document, pipeline.id)) {
    for (const node of record.after) uses.nodes.add(node);
    if (isTask(record)) {
      for (const reference of referencesOfTask(record)) addUse(uses, document, reference);
      if (record.after.length > 0 || hasSettings(document, record)) uses.nodes.add(record.id);
    } else addGroupUses(uses, document, record);
  }
  return uses;
}

function addGroupUses(uses: Uses, document: PipelineDocument, group: GroupRecord): void {
  if (group.kind === 'exit-handler' && group.exitTask !== undefined) uses.nodes.add(group.exitTask);
  // What feeds an output that nobody takes needs no variable.
  const references =
    group.kind === 'branches' ? referencesOfGroup({ ...group, outputs: [] }) : referencesOfGroup(group);
  for (const reference of references) addUse(uses, document, reference);
}

function addUse(uses: Uses, document: PipelineDocument, reference: Reference): void {
  switch (reference.kind) {
    case 'input':
      return;
    case 'loop-item':
      uses.nodes.add(reference.loop);
      return;
    case 'one-of': {
      // All of a group are written: the SDK numbers them as they are made.
      const group = document.groups.get(reference.group);
      for (const { name, sources } of group?.kind === 'branches' ? group.outputs : []) {
        uses.oneOfs.add(oneOfKey(reference.group, name));
        for (const source of sources) uses.nodes.add(source.task);
      }
      return;
    }
    default:
      uses.nodes.add(reference.task);
  }
}

function variableName(record: TaskRecord | GroupRecord): string {
  const name = snakeCase(record.name);
  if (!isTask(record)) return record.kind === 'loop' ? 'item' : name;
  return /_\d+$/.test(name) ? name.replace(/_(\d+)$/, '_task_$1') : `${name}_task`;
}

function firstTask(document: PipelineDocument, group: GroupRecord, order: WritingOrder): TaskId | undefined {
  for (const body of bodiesOfGroup(group)) {
    const task = nodesInOrder(document, body, order).find(isTask);
    if (task !== undefined) return task.id;
  }
  return undefined;
}
