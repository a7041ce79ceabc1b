import type { ConstantValue } from '../../model/argument.ts';
import type { Comparison } from '../../model/group.ts';
import type { ParameterType } from '../../model/port-type.ts';

/** One condition of a branch, or of a branch before it. */
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

/** One side of a comparison. */
export type PlannedOperand =
  /** An input of the group's task. */
  | { readonly kind: 'input'; readonly input: string; readonly parameterType: ParameterType }
  | {
      readonly kind: 'value';
      readonly value: string | number | boolean;
      readonly parameterType: ParameterType;
    };

/** What a loop goes over. */
export type PlannedItems =
  | { readonly kind: 'constant'; readonly items: readonly ConstantValue[] }
  /** An input of the group's task that holds the list. */
  | { readonly kind: 'parameter' | 'artifact'; readonly input: string };
