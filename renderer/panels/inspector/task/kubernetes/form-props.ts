import type { TFunction } from 'i18next';
import type { TaskPartProps } from '../task-part-props.ts';
import type { FieldSpec } from './field-spec.ts';

/** A field of a form and where it stands in the options. */
export interface FormProps extends TaskPartProps {
  readonly spec: FieldSpec;
  /** Below `options`: `kubernetes.tolerations.0.key`. */
  readonly path: string;
  /** Taken away as a whole by a button beside its name. */
  readonly onRemove?: () => void;
}

/** What a field is called. */
export function labelOf(t: TFunction, { key }: FieldSpec): string {
  return t(`inspector.kubernetes.${key}` as 'inspector.kubernetes.tolerations');
}
