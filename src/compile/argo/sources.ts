import { resolveReference } from '../../analysis/resolve-reference.ts';
import { meetingOf } from '../../analysis/scopes.ts';
import type { Reference } from '../../model/argument.ts';
import type { TaskRecord } from '../../model/document.ts';
import type { NodeId } from '../../model/ids.ts';
import { nodeRecord } from '../../model/lookups.ts';
import type { ParameterType } from '../../model/port-type.ts';
import type { Flow, Frame, PipelineScope } from './emission.ts';
import { argoTaskName, flowName, keyOfFlow, nameOfFlow } from './names.ts';

/** What a reference gives, under the name it has in the templates of its pipeline. */
export function flowOf(scope: PipelineScope, reference: Reference): Flow {
  const resolved = resolveReference(scope.emission.document, scope.pipeline.id, reference);
  if (!resolved.ok) throw new Error(`Reference ${JSON.stringify(reference)} was not caught by analysis`);
  return { name: nameOfFlow(scope.names, reference), kind: resolved.type.kind, reference };
}

/** The type of a parameter that a reference gives. */
export function parameterTypeOf(scope: PipelineScope, reference: Reference): ParameterType {
  const resolved = resolveReference(scope.emission.document, scope.pipeline.id, reference);
  return resolved.ok && resolved.type.kind === 'parameter' ? resolved.type.parameterType : 'STRING';
}

/**
 * Where a template finds what a reference gives, without the braces: at a task of its own, or at an input that it then
 * takes from outside.
 */
export function sourceOf(frame: Frame, reference: Reference): string {
  const flow = flowOf(frame.scope, reference);
  const producer = producerWithin(frame, reference);
  if (producer !== undefined) return outputSource(frame.scope, producer, flow);
  if (mustBeGiven(frame, reference)) return `workflow.parameters.${flow.name}`;
  frame.needs.set(keyOfFlow(reference), flow);
  return `inputs.${flow.kind}s.${flow.name}`;
}

/** Argo refuses an input of the first template that has no value yet, but knows the values of a run everywhere. */
function mustBeGiven({ scope, body }: Frame, reference: Reference): boolean {
  const { emission, pipeline } = scope;
  if (reference.kind !== 'input' || pipeline.id !== emission.document.root || body !== pipeline.body) return false;
  return pipeline.inputs.some(({ name, default: value }) => name === reference.input && value === undefined);
}

/** An output of a task or group, as tasks beside it see it. */
export function outputSource(scope: PipelineScope, node: NodeId, flow: Flow): string {
  const record = nodeRecord(scope.emission.document, node);
  return `tasks.${argoTaskName(record?.name ?? '')}.outputs.${flow.kind}s.${outputNameAt(record, flow)}`;
}

/** A sub-pipeline is called from many places, so its outputs have names of their own. */
function outputNameAt(record: ReturnType<typeof nodeRecord>, flow: Flow): string {
  const { reference } = flow;
  const isCall = record !== undefined && 'target' in record && record.target.kind === 'pipeline';
  return isCall && reference.kind === 'task-output' ? flowName(reference.output) : flow.name;
}

function producerWithin({ scope, body }: Frame, reference: Reference): NodeId | undefined {
  if (body === undefined) return undefined;
  const { document } = scope.emission;
  switch (reference.kind) {
    case 'task-output':
      return parentOf(scope, reference.task) === body ? reference.task : undefined;
    case 'one-of':
      return parentOf(scope, reference.group) === body ? reference.group : undefined;
    case 'collected':
      return document.bodies.get(body)?.children.find((child) => holds(scope, child, reference.task));
    default:
      return undefined;
  }
}

function parentOf(scope: PipelineScope, node: NodeId): string | undefined {
  return nodeRecord(scope.emission.document, node)?.parent;
}

function holds(scope: PipelineScope, group: NodeId, task: TaskRecord['id']): boolean {
  const { document } = scope.emission;
  if (!document.groups.has(group as never)) return false;
  return meetingOf(document, task, group)?.upstream === group;
}
