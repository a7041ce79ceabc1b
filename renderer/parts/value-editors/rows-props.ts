import type { ComponentType } from 'react';
import type { ConstantValue } from '../../../src/model/argument.ts';

/** What an item of a list or dictionary is given. */
export interface ItemProps<Value extends ConstantValue> {
  readonly value: Value;
  /** Of the whole, for the names of its parts. */
  readonly label: string;
  readonly readOnly: boolean;
  readonly onChange: (value: ConstantValue) => void;
  readonly onEnd: () => void;
  readonly onRevert?: (() => void) | undefined;
}

/** What the rows of a list or dictionary are given. */
export interface RowsProps<Value extends ConstantValue> extends ItemProps<Value> {
  /** Draws one item, which may hold rows again. */
  readonly Item: ComponentType<ItemProps<ConstantValue>>;
}
