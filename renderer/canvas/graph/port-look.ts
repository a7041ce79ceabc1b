import { resolveReference } from '../../../src/analysis/resolve-reference.ts';
import type { Reference } from '../../../src/model/argument.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { PipelineId } from '../../../src/model/ids.ts';
import type { PortType } from '../../../src/model/port-type.ts';

/** How a type is drawn: the colour `--port-<look>` and the shape of that class. */
export type PortLook =
  | 'string'
  | 'integer'
  | 'double'
  | 'boolean'
  | 'list'
  | 'struct'
  | 'dataset'
  | 'model'
  | 'metrics'
  | 'document'
  | 'artifact';

/** How a wire is drawn: as what flows through it, or as an order of running. */
export type WireLook = PortLook | 'after' | 'exit';

const PARAMETER_LOOKS: { readonly [type: string]: PortLook } = {
  STRING: 'string',
  NUMBER_INTEGER: 'integer',
  NUMBER_DOUBLE: 'double',
  BOOLEAN: 'boolean',
  LIST: 'list',
  STRUCT: 'struct',
};

const ARTIFACT_LOOKS: { readonly [title: string]: PortLook } = {
  'system.Dataset': 'dataset',
  'system.Model': 'model',
  'system.Metrics': 'metrics',
  'system.ClassificationMetrics': 'metrics',
  'system.SlicedClassificationMetrics': 'metrics',
  'system.HTML': 'document',
  'system.Markdown': 'document',
};

/** The look of a type. Parameters are round or angular and small, artifacts are larger with a shape each. */
export function lookOfType(type: PortType): PortLook {
  if (type.kind === 'parameter') return PARAMETER_LOOKS[type.parameterType] ?? 'struct';
  return ARTIFACT_LOOKS[type.schemaTitle] ?? 'artifact';
}

/** The look of what a reference carries; that of a text where it points at nothing. */
export function lookOfReference(document: PipelineDocument, pipeline: PipelineId, reference: Reference): PortLook {
  const resolved = resolveReference(document, pipeline, reference);
  return resolved.ok ? lookOfType(resolved.type) : 'string';
}
