import type { PipelineDocument, PipelineRecord } from '../../model/document.ts';
import { pipelineOfBody } from '../../model/lookups.ts';
import { calleesOf, definitionName } from './callees.ts';
import { type Code, call, type Item, labelled, layOut, wrapped } from './code.ts';
import { createFunctionContext, type FunctionContext } from './function-context.ts';
import { literal, stringLiteral } from './literals.ts';
import { writeBody } from './write-body.ts';
import { writeDocstring } from './write-docstring.ts';
import { pipelineConfig } from './write-platform.ts';
import { referenceArgument } from './write-reference.ts';
import { type Returned, returnedBy, type SignatureContext, writeSignature } from './write-signature.ts';

/** A pipeline as a decorated function, with the class of what it returns before it. */
export function writeFunction(signature: SignatureContext, pipeline: PipelineRecord): readonly string[] {
  const { document, module, artifacts } = signature;
  const callees = calleesOf(document, pipeline, module);
  const context = createFunctionContext({ document, pipeline, module, artifacts, callees });
  const returned = returnedBy(signature, pipeline);
  const lines = [
    layOut(decorator(context), 0),
    writeSignature(signature, pipeline, returned),
    ...writeDocstring(pipeline),
    ...writeBody(context, pipeline.body, 4),
    ...writeReturn(context, returned),
  ];
  return [...(returned.tuple === undefined ? [] : [returned.tuple.text]), lines.join('\n')];
}

function decorator(context: FunctionContext): Code {
  const { document, pipeline, module } = context;
  const isRoot = pipeline.id === document.root;
  const config = pipelineConfig(context);
  const text = (label: string, value: string | undefined): readonly Item[] =>
    value === undefined || value === '' ? [] : [labelled(`${label}=`, stringLiteral(value))];
  return call(`@${module.use('dsl')}.pipeline`, [
    ...text('name', isRoot ? pipeline.name : definitionName(pipeline.name)),
    ...(isRoot ? text('display_name', pipeline.displayName) : []),
    ...text('description', pipeline.description),
    ...(isRoot ? text('pipeline_root', pipeline.defaultPipelineRoot) : []),
    ...(config === undefined ? [] : [labelled('pipeline_config=', config)]),
  ]);
}

function writeReturn(context: FunctionContext, returned: Returned): readonly string[] {
  const sources = context.pipeline.outputs.map(({ name, source }) => {
    return labelled(`${name}=`, source === undefined ? literal(null) : referenceArgument(context, source));
  });
  const [only] = sources;
  if (only === undefined) return [];
  const value = returned.tuple === undefined ? only.code : call(returned.tuple.name, sources);
  return [`    ${layOut(wrapped('return ', value), 4)}`];
}

/** The definitions a pipeline needs stand before it. */
export function inOrderOfUse(document: PipelineDocument): readonly PipelineRecord[] {
  const done = new Map<string, PipelineRecord>();
  const uses = new Map<string, PipelineRecord[]>();
  for (const task of document.tasks.values()) {
    if (task.target.kind !== 'pipeline') continue;
    const used = document.pipelines.get(task.target.pipeline);
    const user = pipelineOfBody(document, task.parent);
    if (used !== undefined) uses.set(user, [...(uses.get(user) ?? []), used]);
  }
  const visit = (pipeline: PipelineRecord): void => {
    if (done.has(pipeline.id)) return;
    for (const used of uses.get(pipeline.id) ?? []) visit(used);
    done.set(pipeline.id, pipeline);
  };
  for (const pipeline of document.pipelines.values()) if (pipeline.id !== document.root) visit(pipeline);
  for (const pipeline of document.pipelines.values()) visit(pipeline);
  return [...done.values()];
}
