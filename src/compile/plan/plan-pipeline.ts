import { portsOfPipeline } from '../../analysis/task-interface.ts';
import type { InputPort, OutputPort } from '../../catalog/component-description.ts';
import type { PipelineDocument, PipelineRecord } from '../../model/document.ts';
import type { PipelineId } from '../../model/ids.ts';
import { pipelineRecord } from '../../model/lookups.ts';
import type { PlannedDag, PlannedOutput } from './plan.ts';
import { createTaskPlanner, type PlanOptions } from './plan-task.ts';
import { resolveBinding } from './resolve.ts';
import { createPipelineScope, type Scope } from './scope.ts';

/**
 * Plans a document that has no errors: components, scopes and references are resolved once, for every emitter. Each
 * pipeline is planned once, however often it is used.
 */
export function planDocument(document: PipelineDocument, options: PlanOptions = {}): PlannedDag {
  return planPipeline(document, document.root, new Map(), options);
}

type PlannedPipelines = Map<PipelineId, PlannedDag>;

function planPipeline(
  document: PipelineDocument,
  id: PipelineId,
  planned: PlannedPipelines,
  options: PlanOptions,
): PlannedDag {
  const known = planned.get(id);
  if (known !== undefined) return known;
  const pipeline = pipelineRecord(document, id);
  const scope = createPipelineScope(document, pipeline);
  const planTasks = createTaskPlanner(scope, {
    options,
    planPipeline: (definition) => planPipeline(document, definition, planned, options),
  });
  const ports = portsOfPipeline(pipeline);
  const dag: PlannedDag = {
    inputs: inputsAsDeclared(pipeline, ports.inputs),
    outputs: planOutputs(scope, ports.outputs),
    tasks: planTasks(scope),
  };
  planned.set(id, dag);
  return dag;
}

/** Old compilers did not mark inputs that have a default; a document made from their output keeps that. */
function inputsAsDeclared(pipeline: PipelineRecord, ports: readonly InputPort[]): readonly InputPort[] {
  const unmarked = new Set(pipeline.inputs.filter(({ optional }) => optional === false).map(({ name }) => name));
  return ports.map((port) => (unmarked.has(port.id) ? { ...port, optional: false } : port));
}

function planOutputs(scope: Scope, ports: readonly OutputPort[]): readonly PlannedOutput[] {
  const sources = new Map(scope.pipeline.outputs.map(({ name, source }) => [name, source]));
  return ports.map((port) => {
    const source = sources.get(port.id);
    const binding = source === undefined ? undefined : resolveBinding(scope, source);
    if (binding?.kind !== 'task-output') throw new Error(`Output ${port.id} was not caught by analysis`);
    return { port, sources: [binding], isOneOf: false };
  });
}
