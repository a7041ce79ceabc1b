import { resolveReference } from '../../analysis/resolve-reference.ts';
import type { Reference } from '../../model/argument.ts';
import type { PipelineDocument } from '../../model/document.ts';
import type { PortType } from '../../model/port-type.ts';
import type { Binding, Scope } from './scope.ts';

/** A document that passed analysis cannot bring the compiler here. */
function unexpected(reference: Reference): Error {
  return new Error(`Reference ${JSON.stringify(reference)} was not caught by analysis`);
}

/**
 * Resolves a reference where it is used: to an output of a sibling or to an input of the DAG. What lies further out is
 * asked of the parent scope, level by level. KFP SDK: `get_inputs_for_all_groups` ("punching holes").
 */
export function resolveBinding(scope: Scope, reference: Reference): Binding {
  const type = typeOf(scope, reference);
  if (reference.kind === 'input' && scope.parent === undefined) {
    return { kind: 'component-input', input: reference.input, type };
  }
  if (reference.kind === 'task-output') {
    const producer = scope.document.tasks.get(reference.task);
    if (producer === undefined) throw unexpected(reference);
    if (producer.parent === scope.body) {
      return { kind: 'task-output', task: producer.name, output: reference.output, type };
    }
  }
  if (scope.parent === undefined) throw unexpected(reference);
  const input = channelInputName(scope.document, reference);
  if (!scope.passedIn.has(input)) scope.passedIn.set(input, { reference, type });
  return { kind: 'component-input', input, type };
}

/** KFP SDK: `additional_input_name_for_pipeline_channel`. */
export function channelInputName(document: PipelineDocument, reference: Reference): string {
  return `pipelinechannel--${channelName(document, reference)}`;
}

/** KFP SDK: `PipelineChannel.full_name`. */
function channelName(document: PipelineDocument, reference: Reference): string {
  if (reference.kind === 'input') return reference.input;
  if (reference.kind !== 'task-output') throw unexpected(reference);
  return `${document.tasks.get(reference.task)?.name ?? ''}-${reference.output}`;
}

/** The placeholder that stands for a channel inside text. KFP SDK: `InputValuePlaceholder`. */
export function channelPlaceholder(document: PipelineDocument, reference: Reference): string {
  return `{{$.inputs.parameters['${channelInputName(document, reference)}']}}`;
}

function typeOf(scope: Scope, reference: Reference): PortType {
  const resolved = resolveReference(scope.document, scope.pipeline.id, reference);
  if (!resolved.ok) throw unexpected(reference);
  return resolved.type;
}
