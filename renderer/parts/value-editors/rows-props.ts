import type { ConstantValue } from '../../../src/model/argument.ts';

/** What the rows of a list or dictionary are given. */
export interface RowsProps<Value extends ConstantValue> {
  readonly value: Value;
  /** Of the whole, for the names of its parts. */
  readonly label: string;
  readonly readOnly: boolean;
  readonly onChange: (value: ConstantValue) => void;
  readonly onEnd: () => void;
}
