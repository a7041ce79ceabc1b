import type { TaskRecord, TaskTarget } from '../../model/document.ts';
import type { GroupRecord } from '../../model/group.ts';
import type { BodyId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import { isTask, nodesOfBody } from '../../model/lookups.ts';
import { type FileEntry, type FileNode, fields, list, orderedMap, scalar, treeNode } from '../file-node.ts';
import { TASK_OPTIONS } from '../option-shapes.ts';
import { argumentTree } from './argument-tree.ts';
import { groupEntries } from './group-tree.ts';
import type { Names } from './names.ts';
import { settingsTree } from './settings-tree.ts';
import { typeText } from './type-text.ts';

/** A body: its tasks and groups by name, in creation order. */
export function bodyTree(body: BodyId, names: Names): FileNode {
  const entries = nodesOfBody(names.document, body).map((node): FileEntry => {
    return [names.node(node.id), isTask(node) ? taskTree(node, names) : groupTree(node, names)];
  });
  return orderedMap('block', entries);
}

function taskTree(task: TaskRecord, names: Names): FileNode {
  const args = Object.entries(task.arguments).map(([port, value]) => [port, argumentTree(value, names)] as const);
  const options = settingsTree(task.options, TASK_OPTIONS, names);
  return fields('block', [
    ...targetEntries(task.target, names),
    ['displayName', textOf(task.displayName)],
    ['arguments', args.length === 0 ? undefined : orderedMap('block', args)],
    ['after', afterTree(task, names)],
    ['options', Object.keys(task.options).length === 0 ? undefined : options],
    ...unknownEntries(task.unknown),
  ]);
}

function targetEntries(target: TaskTarget, names: Names): readonly FileEntry[] {
  switch (target.kind) {
    case 'component':
      return [['component', scalar(target.component)]];
    case 'pipeline':
      return [['pipeline', scalar(names.document.pipelines.get(target.pipeline)?.name ?? '')]];
    case 'missing-pipeline':
      return [['pipeline', scalar(target.name)]];
    case 'importer':
      return [['importer', importerTree(target, names)]];
  }
}

function importerTree(target: TaskTarget & { readonly kind: 'importer' }, names: Names): FileNode {
  const { metadata, downloadToWorkspace } = target;
  return fields('block', [
    ['type', scalar(typeText(target.artifactType))],
    ['reimport', scalar(target.reimport)],
    ['metadata', metadata === undefined ? undefined : argumentTree(metadata, names)],
    ['downloadToWorkspace', downloadToWorkspace === undefined ? undefined : scalar(downloadToWorkspace)],
  ]);
}

function groupTree(group: GroupRecord, names: Names): FileNode {
  return fields('block', [
    ['displayName', textOf(group.displayName)],
    ['after', afterTree(group, names)],
    ...groupEntries(group, names, (body) => bodyTree(body, names)),
    ...unknownEntries(group.unknown),
  ]);
}

function afterTree(node: TaskRecord | GroupRecord, names: Names): FileNode | undefined {
  if (node.after.length === 0) return undefined;
  return list(
    'flow',
    node.after.map((upstream) => scalar(names.node(upstream))),
  );
}

/** An optional text. */
export function textOf(text: string | undefined): FileNode | undefined {
  return text === undefined ? undefined : scalar(text);
}

/** Fields of the file that this version does not know, as they were. */
export function unknownEntries(unknown: JsonObject | undefined): readonly FileEntry[] {
  return Object.entries(unknown ?? {}).map(([key, value]) => [key, treeNode(value, 'block')] as const);
}
