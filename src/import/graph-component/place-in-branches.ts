import type { TaskRecord } from '../../model/document.ts';
import type { Condition } from '../../model/group.ts';
import type { BodyId, GroupId, NodeId, TaskId } from '../../model/ids.ts';
import { newBodyId, newGroupId } from '../../model/new-ids.ts';
import { referencesOfCondition } from '../../model/record-references.ts';
import { referencesOf } from '../../model/references.ts';
import { type GraphReading, noteLoss } from './graph-reading.ts';

/** A task with the conditions under which it says it runs. */
export interface ConditionalTask {
  readonly task: TaskRecord;
  readonly conditions: readonly Condition[];
}

/** A condition with what tells it from others. */
interface Step {
  readonly key: string;
  readonly condition: Condition;
}

/** More branches inside each other are not drawn. */
const DEEPEST = 32;

/** A body while it is filled. */
interface Place {
  readonly id: BodyId;
  readonly children: NodeId[];
}

/**
 * Puts tasks into If branches by their conditions. What takes something of a conditional task is skipped with it there;
 * here it stands in the same branch. Gives the nodes of the outer body and the next number of the group counter.
 */
export function placeInBranches(reading: GraphReading, body: BodyId, tasks: readonly ConditionalTask[]): number {
  const paths = findPaths(reading, tasks);
  const outer: Place = { id: body, children: [] };
  const builder = new Map<string, Place>([['', outer]]);
  let counter = 1;
  for (const { task } of tasks) {
    let parent = outer;
    let way = '';
    for (const { key, condition } of paths.get(task.id) ?? []) {
      way += `\n${key}`;
      const known = builder.get(way);
      const inner = known ?? addBranch(reading, parent, condition, counter);
      if (known === undefined) counter += 1;
      builder.set(way, inner);
      parent = inner;
    }
    parent.children.push(task.id);
    reading.tasks.set(task.id, { ...task, parent: parent.id });
  }
  for (const { id, children } of builder.values()) {
    const known = reading.bodies.get(id);
    if (known !== undefined) reading.bodies.set(id, { ...known, children });
  }
  return counter;
}

function addBranch(reading: GraphReading, parent: Place, condition: Condition, number: number): Place {
  const id: GroupId = newGroupId(reading.counter);
  const body = newBodyId(reading.counter);
  const name = `condition-${number}`;
  const branches = [{ name, condition, body }];
  reading.groups.set(id, { kind: 'branches', id, parent: parent.id, name, after: [], branches, outputs: [] });
  reading.bodies.set(body, { id: body, owner: { kind: 'group', group: id }, children: [] });
  parent.children.push(id);
  return { id: body, children: [] };
}

/** The branches around each task: those of what it needs, then its own. */
function findPaths(reading: GraphReading, tasks: readonly ConditionalTask[]): ReadonlyMap<TaskId, readonly Step[]> {
  const byId = new Map(tasks.map((entry) => [entry.task.id, entry]));
  const paths = new Map<TaskId, readonly Step[]>();
  const entered = new Set<TaskId>();
  for (const { task: start } of tasks) {
    const stack = [start.id];
    for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
      const entry = byId.get(id);
      const upstream = entry === undefined ? [] : upstreamOf(entry);
      const next = upstream.find((other) => byId.has(other) && !entered.has(other));
      entered.add(id);
      if (next !== undefined) {
        stack.push(next);
        continue;
      }
      stack.pop();
      if (entry !== undefined && !paths.has(id)) paths.set(id, pathOf(reading, entry, upstream, paths));
    }
  }
  return paths;
}

function pathOf(
  reading: GraphReading,
  { task, conditions }: ConditionalTask,
  upstream: readonly TaskId[],
  paths: ReadonlyMap<TaskId, readonly Step[]>,
): readonly Step[] {
  const inherited = upstream.map((id) => paths.get(id) ?? []).sort((left, right) => right.length - left.length);
  const own = conditions.map((condition) => ({ key: JSON.stringify(condition), condition }));
  const path = [...(inherited[0] ?? [])];
  for (const step of [...inherited.slice(1).flat(), ...own]) {
    if (!path.some(({ key }) => key === step.key)) path.push(step);
  }
  if (path.length > DEEPEST) {
    noteLoss(reading, 'graph-condition-not-read', { task: task.displayName ?? task.name });
    return [];
  }
  const isCrossed = inherited.some((other) => other.some(({ key }, index) => path[index]?.key !== key));
  if (isCrossed) noteLoss(reading, 'graph-conditions-crossed', { task: task.displayName ?? task.name });
  return path;
}

function upstreamOf({ task, conditions }: ConditionalTask): readonly TaskId[] {
  const used = [
    ...Object.values(task.arguments).flatMap(referencesOf),
    ...conditions.flatMap((condition) => referencesOfCondition(condition)),
  ];
  return used.flatMap((reference) => (reference.kind === 'task-output' ? [reference.task] : []));
}
