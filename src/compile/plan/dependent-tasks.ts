import type { Reference } from '../../model/argument.ts';
import type { TaskRecord } from '../../model/document.ts';
import type { GroupRecord } from '../../model/group.ts';
import type { NodeId } from '../../model/ids.ts';
import { referencesOf, referencesOfSettings } from '../../model/references.ts';
import { compareCodePoints } from '../../yaml/compare-code-points.ts';
import { operandsOfBranch } from './declared-inputs.ts';
import { type GroupLevel, type Level, type Levels, uncommonLevels } from './levels.ts';

/** `dependentTasks` of every level that has any: names of siblings, sorted by code point. */
export type Dependencies = ReadonlyMap<Level, readonly string[]>;

/**
 * What waits for what: where a task takes something from another one, or runs after it, the one of its groups that
 * stands beside the other waits, or the task itself. KFP SDK: `get_dependencies`; a loop waits for the list it goes over
 * here also when nothing uses its item, which the SDK forgets.
 */
export function dependenciesOf(levels: Levels): Dependencies {
  const upstream = new Map<Level, Set<string>>();
  const add = (level: Level, nodes: readonly NodeId[]): void => {
    for (const node of nodes) {
      const producer = levels.ofNode.get(node);
      const last = producer && uncommonLevels(producer, level).at(-1);
      const waiting = producer && uncommonLevels(level, producer).at(-1);
      if (last === undefined || waiting === undefined) continue;
      upstream.set(waiting, (upstream.get(waiting) ?? new Set()).add(last.name));
    }
  };
  for (const level of levels.ofNode.values()) {
    if (level.kind === 'task') add(level, [...impliedUpstream(level.record), ...level.record.after]);
    else add(level, upstreamOfGroup(level.record));
  }
  for (const level of levels.ofBranch.values()) {
    if (level.kind === 'branch') add(level, upstreamOfBranch(level));
  }
  return new Map([...upstream].map(([level, names]) => [level, [...names].sort(compareCodePoints)]));
}

/**
 * The nodes a task waits for by what it takes from them: through arguments, an importer's metadata and Kubernetes
 * settings. KFP SDK: references in resources and in the image make no dependency.
 */
export function impliedUpstream(task: TaskRecord): ReadonlySet<NodeId> {
  const references: Reference[] = Object.values(task.arguments).flatMap(referencesOf);
  if (task.target.kind === 'importer' && task.target.metadata !== undefined) {
    references.push(...referencesOf(task.target.metadata));
  }
  references.push(...referencesOfSettings(task.options.kubernetes));
  return new Set(references.flatMap(producerOf));
}

function upstreamOfGroup(group: GroupRecord): readonly NodeId[] {
  const items = group.kind === 'loop' && group.items.kind === 'reference' ? producerOf(group.items.reference) : [];
  return [...items, ...group.after];
}

function upstreamOfBranch({ record, index }: GroupLevel & { readonly kind: 'branch' }): readonly NodeId[] {
  return operandsOfBranch(record, index).flatMap(producerOf);
}

/** What a reference waits for. Whoever uses a loop's item stands in the loop, which waits for its list itself. */
function producerOf(reference: Reference): readonly NodeId[] {
  switch (reference.kind) {
    case 'input':
    case 'loop-item':
      return [];
    case 'one-of':
      return [reference.group];
    default:
      return [reference.task];
  }
}
