import type { ConstantValue } from '../../../src/model/argument.ts';
import type { ParameterType } from '../../../src/model/port-type.ts';

/** What every editor of a value is given. */
export interface ValueEditorProps {
  readonly type: ParameterType;
  /** Undefined: not set, which is different from empty. */
  readonly value: ConstantValue | undefined;
  /** The accessible name. */
  readonly label: string;
  /** The id of the control, for a `label` element that stands elsewhere. */
  readonly id?: string;
  readonly describedBy?: string | undefined;
  /** What counts while nothing is set. It is shown, and never written. */
  readonly standard?: ConstantValue | undefined;
  /** Shown while nothing is set and nothing else counts. */
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  /** Masks what is typed. */
  readonly secret?: boolean;
  /** Undefined unsets. Called with every key that leaves a good value. */
  readonly onChange: (value: ConstantValue | undefined) => void;
  /** The field was left: what follows is another step. */
  readonly onEnd: () => void;
  /** Takes back what was changed since the field was entered. */
  readonly onRevert?: (() => void) | undefined;
}
