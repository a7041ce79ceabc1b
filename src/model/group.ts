import type { ConstantValue, Reference, TaskOutputReference } from './argument.ts';
import type { BodyId, GroupId, TaskId } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { ParameterType } from './port-type.ts';

/** A group owns one or more bodies. Its name is its key in the IR (`condition-1`, `for-loop-2`, …). */
export type GroupRecord = BranchesGroup | LoopGroup | ExitHandlerGroup;

interface GroupBase {
  readonly id: GroupId;
  /** The body this group stands in. */
  readonly parent: BodyId;
  /** Given at creation by the SDK's counter rule and kept afterwards; unique among the pipeline's groups. */
  readonly name: string;
  readonly displayName?: string;
  readonly after: readonly (TaskId | GroupId)[];
  /** Fields of the file this version does not know. */
  readonly unknown?: JsonObject;
}

/**
 * If / Elif / Else. A lone If has one branch and the group has no IR level of its own (`name` is the branch's name);
 * with more branches the group is `condition-branches-N`.
 */
export interface BranchesGroup extends GroupBase {
  readonly kind: 'branches';
  readonly branches: readonly Branch[];
  readonly outputs: readonly OneOfOutput[];
}

/** One branch. Only the last may have no condition (Else). */
export interface Branch {
  /** IR key of the branch (`condition-2`). */
  readonly name: string;
  readonly displayName?: string;
  readonly condition?: Condition;
  readonly body: BodyId;
}

/** A named output of a branches group, fed by one task output of each branch. */
export interface OneOfOutput {
  readonly name: string;
  readonly sources: readonly TaskOutputReference[];
}

export type Condition = Comparison | RawCondition;

export interface Comparison {
  readonly kind: 'comparison';
  readonly left: ConditionOperand;
  readonly operator: '==' | '!=' | '<' | '<=' | '>' | '>=';
  readonly right: ConditionOperand;
}

/** The text of an imported condition that could not be read; references are kept beside it by channel name. */
export interface RawCondition {
  readonly kind: 'raw';
  readonly text: string;
  readonly references: readonly (readonly [string, Reference])[];
}

export type ConditionOperand = Reference | ConditionValue;

export interface ConditionValue {
  readonly kind: 'value';
  readonly value: string | number | boolean;
  /** A whole number meant as a float (`2.0`); other numbers say themselves what they are. */
  readonly isFloat?: boolean;
}

export interface LoopGroup extends GroupBase {
  readonly kind: 'loop';
  readonly items: LoopItems;
  /** Iterations at one time; absent or 0 means no limit. */
  readonly parallelism?: number;
  readonly body: BodyId;
}

export type LoopItems =
  | (LoopItemTypes & {
      readonly kind: 'constant';
      readonly items: readonly ConstantValue[];
      /** The counter value in `loop-item-param-N`, taken at creation. */
      readonly itemNumber: number;
    })
  | (LoopItemTypes & { readonly kind: 'reference'; readonly reference: Reference });

/**
 * Types that an imported loop declares and that do not follow from its items. KFP SDK: the element type of a list
 * annotated in Python (`List[int]`), or the first field in an order the file no longer shows.
 */
export interface LoopItemTypes {
  readonly itemType?: ParameterType;
  readonly fieldType?: ParameterType;
}

/** Runs its exit task when the body has ended, however it ended. */
export interface ExitHandlerGroup extends GroupBase {
  readonly kind: 'exit-handler';
  readonly body: BodyId;
  /** Stands in the same parent body; absent while the author has not chosen one. */
  readonly exitTask?: TaskId;
}
