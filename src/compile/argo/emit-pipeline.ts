import type { Reference } from '../../model/argument.ts';
import type { PipelineRecord, TaskRecord } from '../../model/document.ts';
import type { ExitHandlerGroup } from '../../model/group.ts';
import type { BodyId } from '../../model/ids.ts';
import { nodesOfBody, nodesOfPipeline, pipelineRecord } from '../../model/lookups.ts';
import { referencesOfTask } from '../../model/record-references.ts';
import type { ArgoMap } from './argo-tree.ts';
import { type Emission, type Frame, type PipelineScope, takeTemplateName } from './emission.ts';
import { emitGroup, type GroupParts } from './emit-group.ts';
import { type Call, type EmitDefinition, emitCall, emitTask } from './emit-task.ts';
import { createFrame, dagTemplate, needsOf, outputFieldsOf } from './frame.ts';
import { createFlowNames, flowName } from './names.ts';
import { flowOf, sourceOf } from './sources.ts';
import { surfacedOutputs } from './surfaced-outputs.ts';

/** Writes the templates of the root pipeline and gives the name of the one that a run begins with. */
export function emitRoot(emission: Emission): string {
  const pipeline = pipelineRecord(emission.document, emission.document.root);
  const frame = emitPipelineBody(emission, pipeline);
  const template = takeTemplateName(emission, pipeline.name);
  emission.templates.push(dagTemplate(template, frame, { outputs: pipelineOutputs(frame, pipeline) }));
  return template;
}

/** Writes the templates of a sub-pipeline, once however often it is used. */
const emitDefinition: EmitDefinition = (emission, id) => {
  const known = emission.definitions.get(id);
  if (known !== undefined) return known;
  const pipeline = pipelineRecord(emission.document, id);
  const frame = emitPipelineBody(emission, pipeline);
  const template = takeTemplateName(emission, pipeline.name);
  emission.templates.push(dagTemplate(template, frame, { outputs: pipelineOutputs(frame, pipeline) }));
  const definition = { template, inputs: needsOf(frame) };
  emission.definitions.set(id, definition);
  return definition;
};

function emitPipelineBody(emission: Emission, pipeline: PipelineRecord): Frame {
  const { document } = emission;
  const scope: PipelineScope = {
    emission,
    pipeline,
    names: createFlowNames(document, pipeline.inputs),
    surfaced: surfacedOutputs(document, pipeline),
  };
  const frame = createFrame(scope, { body: pipeline.body });
  emitBody(frame, pipeline.body);
  return frame;
}

const PARTS: GroupParts = { emitBody, emitExit };

/** Exit tasks belong to the groups they end. */
function emitBody(frame: Frame, body: BodyId): void {
  const nodes = nodesOfBody(frame.scope.emission.document, body);
  const handlers = nodes.filter((node): node is ExitHandlerGroup => 'kind' in node && node.kind === 'exit-handler');
  const exitTasks = new Set(handlers.map(({ exitTask }) => exitTask));
  for (const node of nodes) {
    if (!('target' in node)) emitGroup(frame, node, PARTS);
    else if (!exitTasks.has(node.id)) emitTask(frame, node, emitDefinition);
  }
}

/** The only exit handler of the root runs its task at the end of the workflow, as the SDK 1.8 has it. */
function emitExit(frame: Frame, handler: ExitHandlerGroup): Call | undefined {
  const { emission, pipeline } = frame.scope;
  const { document } = emission;
  const exitTask: TaskRecord | undefined = handler.exitTask && document.tasks.get(handler.exitTask);
  if (exitTask === undefined) return undefined;
  const handlers = nodesOfPipeline(document, pipeline.id).filter(
    (node) => 'kind' in node && node.kind === 'exit-handler',
  );
  const isOnly = handlers.length === 1 && pipeline.id === document.root && exitTask.target.kind === 'component';
  const endsWorkflow = isOnly && referencesOfTask(exitTask).every((reference) => hasDefault(pipeline, reference));
  if (!endsWorkflow) return emitCall(frame, exitTask, emitDefinition, handler.name);
  const outside = createFrame(frame.scope, { body: pipeline.body });
  emission.onExit = emitCall(outside, exitTask, emitDefinition, handler.name).template;
  return undefined;
}

/** The template at the end of a workflow gets the run's values by name, and Argo wants each to be there from the start. */
function hasDefault({ inputs }: PipelineRecord, reference: Reference): boolean {
  if (reference.kind !== 'input') return false;
  return inputs.some(({ name, default: value }) => name === reference.input && value !== undefined);
}

/** What a pipeline's template gives on, under the names of the pipeline's outputs. */
function pipelineOutputs(frame: Frame, pipeline: PipelineRecord): ArgoMap {
  const outputs = pipeline.outputs.flatMap(({ name: output, source }) => {
    if (source === undefined) return [];
    const { kind } = flowOf(frame.scope, source);
    const name = flowName(output);
    const from = `{{${sourceOf(frame, source)}}}`;
    return [{ kind, field: kind === 'parameter' ? { name, valueFrom: { parameter: from } } : { name, from } }];
  });
  return outputFieldsOf(outputs);
}
