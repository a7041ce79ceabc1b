import type { Diagnostic } from '../../../../src/analysis/diagnostic.ts';
import type { InputPort } from '../../../../src/catalog/component-description.ts';
import type { OutputValue } from '../../../../src/run/run-state.ts';
import type { TaskPartProps } from './task-part-props.ts';

/** What one input of a task is shown with. */
export interface InputFieldProps extends TaskPartProps {
  readonly port: InputPort;
  /** Of this port. */
  readonly problems: readonly Diagnostic[];
  readonly runValue: OutputValue | undefined;
}
