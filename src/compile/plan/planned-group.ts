import type { ConstantValue } from '../../model/argument.ts';
import type { Comparison } from '../../model/group.ts';
import type { ParameterType } from '../../model/port-type.ts';
import type { PlannedDag } from './plan.ts';

/**
 * A group of a document as a task of the IR. Its DAG declares what is passed in, under the names that begin with
 * `pipelinechannel--`; the task that runs it has an input of each name.
 */
export type PlannedGroup =
  | PlannedCondition
  | PlannedLoop
  /** `branches` holds one task for each branch; `exit-handler` holds all but the exit task, which is its sibling. */
  | { readonly kind: 'branches' | 'exit-handler'; readonly dag: PlannedDag };

/** One branch: a lone If, or a task inside `condition-branches-N`. */
export interface PlannedCondition {
  readonly kind: 'condition';
  readonly dag: PlannedDag;
  /** All must hold: the negated conditions of the branches before, then the branch's own, which an Else lacks. */
  readonly terms: readonly PlannedTerm[];
}

export type PlannedTerm =
  | {
      readonly kind: 'comparison';
      readonly negated: boolean;
      readonly left: PlannedOperand;
      readonly operator: Comparison['operator'];
      readonly right: PlannedOperand;
    }
  /** Imported text; its inputs are named as the DAG declares them. */
  | { readonly kind: 'raw'; readonly negated: boolean; readonly text: string };

export type PlannedOperand =
  /** An input of the group's task. */
  | { readonly kind: 'input'; readonly input: string; readonly parameterType: ParameterType }
  | {
      readonly kind: 'value';
      readonly value: string | number | boolean;
      readonly parameterType: ParameterType;
    };

export interface PlannedLoop {
  readonly kind: 'loop';
  readonly dag: PlannedDag;
  readonly items: PlannedItems;
  /** The input of the DAG that holds the item; the task itself has no input of this name. */
  readonly itemInput: string;
  /** Iterations at one time; 0 means no limit. */
  readonly parallelism: number;
}

export type PlannedItems =
  | { readonly kind: 'constant'; readonly items: readonly ConstantValue[] }
  /** An input of the group's task that holds the list. */
  | { readonly kind: 'parameter' | 'artifact'; readonly input: string };
