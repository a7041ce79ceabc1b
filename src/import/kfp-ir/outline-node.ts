import type { ComponentSpec, TaskSpec } from '../../compile/kfp/ir.ts';
import type { Reference } from '../../model/argument.ts';
import type { BodyId, GroupId, TaskId } from '../../model/ids.ts';
import type { GroupRole } from './group-role.ts';

/** One DAG of the IR with what its tasks are: the first look, which gives every task and group its id. */
export interface DagScope {
  readonly component: ComponentSpec;
  /** By name, in an order in which each comes after those it waits for. */
  readonly nodes: Map<string, OutlineNode>;
  /** The group whose DAG this is; absent for the DAG of a pipeline. */
  readonly around?: GroupNode;
  /** What the inputs of the DAG stand for, as far as it was asked. */
  readonly inputs: Map<string, Reference | undefined>;
}

export type OutlineNode = TaskNode | GroupNode;

export interface TaskNode {
  readonly kind: 'task';
  readonly id: TaskId;
  readonly name: string;
  readonly task: TaskSpec;
  readonly outer: DagScope;
}

/** A group, or one branch of a group of branches. */
export interface GroupNode {
  readonly kind: 'group';
  readonly role: GroupRole;
  /** A branch has the id of its group. */
  readonly id: GroupId;
  /** The body of what stands inside. A group of branches has none; its branches have. */
  readonly body: BodyId | undefined;
  readonly name: string;
  readonly task: TaskSpec;
  readonly outer: DagScope;
  readonly inner: DagScope;
  /** Of a group of branches: If, Elif, Else in their order, each with its own part of the condition. */
  readonly branches: readonly OutlineBranch[];
}

export interface OutlineBranch {
  readonly node: GroupNode;
  /** Absent for an Else. */
  readonly condition?: string;
}
