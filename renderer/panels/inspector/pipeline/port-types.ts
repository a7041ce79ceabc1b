import type { PortType } from '../../../../src/model/port-type.ts';
import { parseTypeLabel, SYSTEM_ARTIFACT_NAMES, typeLabel } from '../../../../src/model/type-label.ts';

/** The parameter types an author can choose. KFP SDK: the types of a pipeline function's parameters. */
const PARAMETER_LABELS = ['String', 'Integer', 'Float', 'Boolean', 'List', 'Dict'] as const;

/** A choice of the type list. */
export interface TypeChoice {
  readonly label: string;
  readonly type: PortType;
}

/** The types to choose from, and the present one where it is none of them (`List[Dataset]`, `google.VertexModel@0.0.1`). */
export function typeChoices(current: PortType): {
  readonly parameters: readonly TypeChoice[];
  readonly artifacts: readonly TypeChoice[];
} {
  const parameters = choicesOf(PARAMETER_LABELS);
  const artifacts = choicesOf(SYSTEM_ARTIFACT_NAMES);
  const label = typeLabel(current);
  if ([...parameters, ...artifacts].some((choice) => choice.label === label)) return { parameters, artifacts };
  const own = { label, type: current };
  return current.kind === 'parameter'
    ? { parameters: [...parameters, own], artifacts }
    : { parameters, artifacts: [...artifacts, own] };
}

function choicesOf(labels: readonly string[]): readonly TypeChoice[] {
  return labels.flatMap((label) => {
    const type = parseTypeLabel(label);
    return type === undefined ? [] : [{ label, type }];
  });
}
