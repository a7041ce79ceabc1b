import type { PipelineDocument, PipelineRecord, TaskRecord } from '../../model/document.ts';
import type { Branch, BranchesGroup, ExitHandlerGroup, GroupRecord, LoopGroup } from '../../model/group.ts';
import type { BodyId, NodeId } from '../../model/ids.ts';
import { isTask, nodesOfBody } from '../../model/lookups.ts';

/**
 * A task of the IR to be: a task of the document, a group, or a branch. A group with one branch is that branch; with
 * more it is a level around theirs.
 */
export type Level = TaskLevel | GroupLevel;

interface LevelBase {
  /** Its key in the DAG. */
  readonly name: string;
  /** What the DAG belongs to that it stands in; absent for a pipeline's own. */
  readonly parent?: GroupLevel;
  readonly depth: number;
}

export interface TaskLevel extends LevelBase {
  readonly kind: 'task';
  readonly record: TaskRecord;
}

export type GroupLevel =
  | (LevelBase & { readonly kind: 'loop'; readonly record: LoopGroup })
  | (LevelBase & { readonly kind: 'exit-handler'; readonly record: ExitHandlerGroup })
  | (LevelBase & { readonly kind: 'branches'; readonly record: BranchesGroup })
  | (LevelBase & { readonly kind: 'branch'; readonly record: BranchesGroup; readonly index: number });

/** The levels of one pipeline. */
export interface Levels {
  /** By task or group; a group with one branch has that branch's level. */
  readonly ofNode: ReadonlyMap<NodeId, Level>;
  readonly ofBranch: ReadonlyMap<BodyId, GroupLevel>;
  /** What stands directly in a group, or in the pipeline itself (`undefined`), in creation order. */
  readonly inside: ReadonlyMap<GroupLevel | undefined, readonly Level[]>;
}

/** Finds the level of every task, group and branch of a pipeline. */
export function levelsOfPipeline(document: PipelineDocument, pipeline: PipelineRecord): Levels {
  const ofNode = new Map<NodeId, Level>();
  const ofBranch = new Map<BodyId, GroupLevel>();
  const inside = new Map<GroupLevel | undefined, Level[]>();

  const add = <L extends Level>(level: L): L => {
    const siblings = inside.get(level.parent);
    if (siblings === undefined) inside.set(level.parent, [level]);
    else siblings.push(level);
    return level;
  };
  const addBranch = (record: BranchesGroup, branch: Branch, base: Around & { readonly index: number }): GroupLevel => {
    const level: GroupLevel = add({ kind: 'branch', name: branch.name, record, ...base });
    ofBranch.set(branch.body, level);
    visit(branch.body, level);
    return level;
  };
  const addBranches = (record: BranchesGroup, around: Around): Level | undefined => {
    const [only, second] = record.branches;
    if (only === undefined) return undefined;
    if (second === undefined) return addBranch(record, only, { ...around, index: 0 });
    const wrapper: GroupLevel = add({ kind: 'branches', name: record.name, record, ...around });
    record.branches.forEach((branch, index) => {
      addBranch(record, branch, { ...aroundOf(wrapper), index });
    });
    return wrapper;
  };
  const addGroup = (record: GroupRecord, around: Around): Level | undefined => {
    if (record.kind === 'branches') return addBranches(record, around);
    const level = add({ kind: record.kind, name: record.name, record, ...around } as GroupLevel);
    visit(record.body, level);
    return level;
  };
  const visit = (body: BodyId, parent: GroupLevel | undefined): void => {
    const around = aroundOf(parent);
    for (const record of nodesOfBody(document, body)) {
      const level = isTask(record)
        ? add({ kind: 'task', name: record.name, record, ...around } as const)
        : addGroup(record, around);
      if (level !== undefined) ofNode.set(record.id, level);
    }
  };

  visit(pipeline.body, undefined);
  return { ofNode, ofBranch, inside };
}

type Around = Pick<LevelBase, 'parent' | 'depth'>;

function aroundOf(parent: GroupLevel | undefined): Around {
  return parent === undefined ? { depth: 0 } : { parent, depth: parent.depth + 1 };
}

/**
 * The levels from `level` outwards, itself first, that do not also hold `other`: the last one stands in a DAG that
 * `other` stands in too, itself or below. KFP SDK: `_get_uncommon_ancestors`.
 */
export function uncommonLevels(level: Level, other: Level | undefined): readonly Level[] {
  const around = new Set<Level>();
  for (let outer: Level | undefined = other; outer !== undefined; outer = outer.parent) around.add(outer);
  const uncommon: Level[] = [];
  for (let outer: Level | undefined = level; outer !== undefined && !around.has(outer); outer = outer.parent) {
    uncommon.push(outer);
  }
  return uncommon;
}
