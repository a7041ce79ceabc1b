import type { Argument, TaskOutputReference } from './argument.ts';
import type { PipelineOutput, TaskRecord, TaskTarget } from './document.ts';
import type {
  Branch,
  BranchesGroup,
  Condition,
  ConditionOperand,
  GroupRecord,
  LoopItems,
  OneOfOutput,
} from './group.ts';
import type { NodeId, TaskId } from './ids.ts';
import { mapArgument, mapSettings, type ReferenceMap } from './map-references.ts';
import { withField } from './records.ts';

/** How the references of a record are to change. `node` maps "run after" edges and exit tasks. */
export interface RecordMap {
  readonly reference: ReferenceMap;
  readonly node: (node: NodeId) => NodeId | undefined;
  /** Gives the number of `loop-item-param-N` for a loop whose items reference is taken away. */
  readonly nextItemNumber: () => number;
}

/** Maps every reference a task holds. The same record comes back when nothing changes. */
export function mapTask(task: TaskRecord, map: RecordMap): TaskRecord {
  let next = task;
  next = withField(next, 'arguments', mapArguments(task.arguments, map.reference));
  next = withField(next, 'after', mapNodes(task.after, map));
  next = withField(next, 'options', mapSettings(task.options, map.reference));
  return withField(next, 'target', mapTarget(task.target, map.reference));
}

function mapTarget(target: TaskTarget, map: ReferenceMap): TaskTarget {
  if (target.kind !== 'importer' || target.metadata === undefined) return target;
  return withField(target, 'metadata', mapArgument(target.metadata, map));
}

function mapArguments(
  args: { readonly [port: string]: Argument },
  map: ReferenceMap,
): { readonly [port: string]: Argument } {
  let changed = false;
  const mapped: [string, Argument][] = [];
  for (const port of Object.keys(args)) {
    const before = args[port];
    const after = before === undefined ? undefined : mapArgument(before, map);
    changed ||= after !== before;
    if (after !== undefined) mapped.push([port, after]);
  }
  return changed ? Object.fromEntries(mapped) : args;
}

/** Maps the ids of a list, without those that are taken away. */
export function mapNodes<Id extends NodeId>(nodes: readonly Id[], map: RecordMap): readonly Id[] {
  if (nodes.length === 0) return nodes;
  const mapped = nodes.map((node) => map.node(node) as Id | undefined);
  if (mapped.every((node, index) => node === nodes[index])) return nodes;
  return mapped.filter((node) => node !== undefined);
}

/** Maps every reference a group holds itself (not those of its bodies). */
export function mapGroup(group: GroupRecord, map: RecordMap): GroupRecord {
  switch (group.kind) {
    case 'branches':
      return mapBranches(withField(group, 'after', mapNodes(group.after, map)), map);
    case 'loop': {
      const next = withField(group, 'after', mapNodes(group.after, map));
      return withField(next, 'items', mapItems(group.items, map));
    }
    case 'exit-handler': {
      const next = withField(group, 'after', mapNodes(group.after, map));
      const exitTask = group.exitTask === undefined ? undefined : (map.node(group.exitTask) as TaskId | undefined);
      return withField(next, 'exitTask', exitTask);
    }
  }
}

function mapBranches(group: BranchesGroup, map: RecordMap): BranchesGroup {
  const branches = mapList(group.branches, (branch) => mapBranch(branch, map.reference));
  const outputs = mapList(group.outputs, (output) => mapOneOf(output, map.reference));
  return withField(withField(group, 'branches', branches), 'outputs', outputs);
}

function mapBranch(branch: Branch, map: ReferenceMap): Branch {
  if (branch.condition === undefined) return branch;
  return withField(branch, 'condition', mapCondition(branch.condition, map));
}

function mapOneOf(output: OneOfOutput, map: ReferenceMap): OneOfOutput {
  const sources = mapSources(output.sources, map);
  return withField(output, 'sources', sources);
}

function mapSources(sources: readonly TaskOutputReference[], map: ReferenceMap): readonly TaskOutputReference[] {
  const mapped = sources.map(map);
  if (mapped.every((source, index) => source === sources[index])) return sources;
  return mapped.filter((source) => source?.kind === 'task-output');
}

/** A lost operand becomes empty text: the branch keeps its place and is reported, it does not turn into an Else. */
function mapCondition(condition: Condition, map: ReferenceMap): Condition {
  if (condition.kind === 'comparison') {
    const next = withField(condition, 'left', mapOperand(condition.left, map));
    return withField(next, 'right', mapOperand(condition.right, map));
  }
  const mapped = condition.references.map(([channel, reference]) => [channel, map(reference)] as const);
  if (mapped.every(([, reference], index) => reference === condition.references[index]?.[1])) return condition;
  const references = mapped.flatMap(([channel, reference]) =>
    reference === undefined ? [] : [[channel, reference] as const],
  );
  return { ...condition, references };
}

function mapOperand(operand: ConditionOperand, map: ReferenceMap): ConditionOperand {
  if (operand.kind === 'value') return operand;
  return map(operand) ?? { kind: 'value', value: '' };
}

function mapItems(items: LoopItems, map: RecordMap): LoopItems {
  if (items.kind === 'constant') return items;
  const reference = map.reference(items.reference);
  if (reference === items.reference) return items;
  if (reference === undefined) return { kind: 'constant', items: [], itemNumber: map.nextItemNumber() };
  return { ...items, reference };
}

/** Maps what feeds a pipeline output. */
export function mapOutput(output: PipelineOutput, map: ReferenceMap): PipelineOutput {
  return output.source === undefined ? output : withField(output, 'source', map(output.source));
}

/** Maps a list; the same list comes back when no item changed. */
export function mapList<Item>(list: readonly Item[], map: (item: Item) => Item): readonly Item[] {
  const mapped = list.map(map);
  return mapped.every((item, index) => item === list[index]) ? list : mapped;
}
