import { convertConstant } from '../../../../src/analysis/convert-constant.ts';
import { checkConstant } from '../../../../src/catalog/port-compatibility.ts';
import type { PipelineInput } from '../../../../src/model/document.ts';
import type { PortType } from '../../../../src/model/port-type.ts';

/** What changes of an input when it gets another type: the default is kept where it means the same in the new type. */
export function changesForType(
  input: PipelineInput,
  type: PortType,
): {
  readonly type: PortType;
  readonly default?: PipelineInput['default'] | undefined;
  readonly optional?: true | undefined;
} {
  const value = input.default;
  if (value === undefined) return { type };
  if (checkConstant(value, type) === undefined) return { type };
  if (type.kind === 'artifact') return { type, default: undefined, optional: true };
  const converted = convertConstant(value, type.parameterType);
  const fits = converted !== undefined && checkConstant(converted, type) === undefined;
  return { type, default: fits ? converted : undefined };
}
