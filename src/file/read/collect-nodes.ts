import type { BodyOwner } from '../../model/document.ts';
import type { BodyId, GroupId, NodeId, TaskId } from '../../model/ids.ts';
import { newBodyId, newGroupId, newTaskId } from '../../model/new-ids.ts';
import { entryOf, type SourceEntry, type SourceMap } from '../source-node.ts';
import { GROUP_PREFIX } from '../tree/names.ts';
import { innerKey, type KnownIds, takeId } from './known-ids.ts';
import { isNull, mapField, type Reader, report } from './reader.ts';
import type { Scope } from './scope.ts';

/** A task or group of the file that has its id and place, and is still to be read. */
export type PendingNode = PendingTask | PendingGroup;

interface PendingBase {
  readonly name: string;
  readonly parent: BodyId;
  readonly entry: SourceEntry;
  readonly map: SourceMap;
}

export interface PendingTask extends PendingBase {
  readonly kind: 'task';
  readonly id: TaskId;
}

export interface PendingGroup extends PendingBase {
  readonly kind: 'group';
  readonly id: GroupId;
  readonly groupKind: 'loop' | 'branches' | 'exitHandler';
  /** One for each branch; one in all for the other kinds. */
  readonly bodies: readonly BodyId[];
}

/** What collecting the nodes of one pipeline takes. */
export interface Collector extends Reader {
  readonly scope: Scope;
  readonly ids: KnownIds;
  readonly pipelineKey: string;
  readonly pathPrefix: string;
  readonly pending: PendingNode[];
}

const NO_ENTRIES: SourceMap = { kind: 'map', flow: false, entries: [], line: 1, start: 0, end: 0 };

/** Gives ids and places to everything in a body, so that names can be resolved before anything is read. */
export function collectBody(
  collector: Collector,
  owner: BodyOwner,
  tasks: SourceMap | undefined,
  names: readonly string[],
): BodyId {
  const { parts } = collector.scope;
  const known = takeId(collector.ids, innerKey('body', collector.pipelineKey, ...names));
  const body = (known as BodyId | undefined) ?? newBodyId(parts);
  const children: NodeId[] = [];
  for (const entry of tasks?.entries ?? []) children.push(collectNode(collector, body, entry));
  parts.bodies.set(body, { id: body, owner, children });
  return body;
}

function collectNode(collector: Collector, parent: BodyId, entry: SourceEntry): NodeId {
  const map = entry.value.kind === 'map' ? entry.value : { ...NO_ENTRIES, line: entry.line };
  if (entry.value.kind !== 'map' && !isNull(entry.value)) {
    report(collector, 'invalid-value', entry, { field: entry.key, expected: 'map' });
  }
  const groupKind = (['loop', 'branches', 'exitHandler'] as const).find((key) => entryOf(map, key) !== undefined);
  if (groupKind === undefined) return collectTask(collector, { parent, entry, map, name: entry.key });
  const name = entry.key.startsWith(GROUP_PREFIX) ? entry.key.slice(GROUP_PREFIX.length) : entry.key;
  return collectGroup(collector, { parent, entry, map, name }, groupKind);
}

function collectTask(collector: Collector, base: PendingBase): TaskId {
  const { scope, ids, pipelineKey } = collector;
  const known = takeId(ids, innerKey('task', pipelineKey, base.name)) as TaskId | undefined;
  const id = known ?? newTaskId(scope.parts);
  if (scope.tasks.has(base.name)) reportDuplicate(collector, base);
  else scope.tasks.set(base.name, id);
  collector.pending.push({ ...base, kind: 'task', id });
  return id;
}

function collectGroup(collector: Collector, base: PendingBase, groupKind: PendingGroup['groupKind']): GroupId {
  const { scope, ids, pipelineKey } = collector;
  const known = takeId(ids, innerKey('group', pipelineKey, base.name)) as GroupId | undefined;
  const id = known ?? newGroupId(scope.parts);
  if (scope.groups.has(base.name)) reportDuplicate(collector, base);
  else scope.groups.set(base.name, id);
  const owner: BodyOwner = { kind: 'group', group: id };
  const bodies: BodyId[] = [];
  const place = collector.pending.length;
  if (groupKind === 'branches') {
    checkBranches(collector, base);
    for (const branch of branchMaps(base.map)) {
      const name = branchName(branch) ?? String(bodies.length);
      bodies.push(collectBody(collector, owner, mapField(collector, branch, 'tasks'), [base.name, name]));
    }
  } else bodies.push(collectBody(collector, owner, mapField(collector, base.map, 'tasks'), [base.name]));
  collector.pending.splice(place, 0, { ...base, kind: 'group', id, groupKind, bodies });
  return id;
}

function checkBranches(collector: Collector, { map, entry }: PendingBase): void {
  const branches = entryOf(map, 'branches')?.value;
  const items = branches?.kind === 'list' ? branches.items : [branches];
  for (const item of items) {
    if (item?.kind !== 'map' || item === branches) {
      report(collector, 'invalid-value', item ?? entry, { field: 'branches', expected: 'list' });
    }
  }
}

/** The branches of a group's entry, those that are maps. */
export function branchMaps(map: SourceMap): readonly SourceMap[] {
  const branches = entryOf(map, 'branches')?.value;
  return branches?.kind === 'list' ? branches.items.filter((item) => item.kind === 'map') : [];
}

function branchName(branch: SourceMap): string | undefined {
  const name = entryOf(branch, 'name')?.value;
  return name?.kind === 'scalar' && typeof name.value === 'string' ? name.value : undefined;
}

function reportDuplicate(collector: Collector, base: PendingBase): void {
  const reader = { problems: collector.problems, path: collector.pathPrefix + base.name };
  report(reader, 'duplicate-name', base.entry, { name: base.name });
}
