import { plainJson } from '../../../src/catalog/tree.ts';
import type { PipelineDocument, PipelineInput } from '../../../src/model/document.ts';
import { guessSecret } from '../../../src/model/guess-secret.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import { rootPipeline } from '../../../src/model/lookups.ts';
import type { ParameterType } from '../../../src/model/port-type.ts';
import { typeLabel } from '../../../src/model/type-label.ts';

/** One value a run asks for: a parameter of the pipeline. */
export interface FormField {
  readonly name: string;
  readonly type: ParameterType;
  /** The type as the drawing shows it. */
  readonly typeLabel: string;
  readonly description?: string;
  /** A run cannot start without it. */
  readonly required: boolean;
  readonly default?: JsonValue;
  /** Shown as dots and never kept. */
  readonly secret: boolean;
}

/** The parameters of a document's root pipeline, in the author's order. */
export function listFormFields(document: PipelineDocument): readonly FormField[] {
  return rootPipeline(document).inputs.flatMap((input) => {
    const { type } = input;
    return type.kind === 'parameter' ? [describeField(input, type.parameterType)] : [];
  });
}

/** Inputs that no run can be given: artifacts that must be there. */
export function listArtifactInputs(document: PipelineDocument): readonly string[] {
  const { inputs } = rootPipeline(document);
  return inputs.filter((input) => input.type.kind === 'artifact' && input.optional !== true).map(({ name }) => name);
}

function describeField(input: PipelineInput, type: ParameterType): FormField {
  return {
    name: input.name,
    type,
    typeLabel: typeLabel(input.type),
    ...(input.description === undefined ? {} : { description: input.description }),
    required: input.default === undefined && input.optional !== true,
    ...(input.default === undefined ? {} : { default: plainJson(input.default) }),
    secret: input.secret ?? guessSecret(input.name),
  };
}
