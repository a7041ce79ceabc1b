import { portsOfPipeline } from '../../analysis/task-interface.ts';
import type { Argument } from '../../model/argument.ts';
import type { TaskRecord } from '../../model/document.ts';
import { pipelineRecord } from '../../model/lookups.ts';
import { isReference } from '../../model/references.ts';
import type { ArgoMap } from './argo-tree.ts';
import { constantText } from './constant-text.ts';
import { containerTemplate } from './container-template.ts';
import { dependenciesOf, dependsAnyway } from './dependencies.ts';
import { type DefinitionTemplate, type Emission, type Flow, type Frame, takeTemplateName } from './emission.ts';
import { type CallArgument, callArguments, passArgument } from './frame.ts';
import { importerLocation } from './importer-location.ts';
import { argoTaskName } from './names.ts';
import { sourceOf } from './sources.ts';
import { argumentText, createTaskInputs, type TaskInputs } from './task-inputs.ts';

/** How a definition becomes a template; given by who knows pipelines. */
export type EmitDefinition = (emission: Emission, id: DefinitionId) => DefinitionTemplate;
type DefinitionId = (TaskRecord['target'] & { readonly kind: 'pipeline' })['pipeline'];

/** A template that a task calls, and what it is given. */
export interface Call {
  readonly template: string;
  readonly given: readonly CallArgument[];
}

/** Writes a task and the template it calls. An importer is no task: what takes its artifact says where it lies. */
export function emitTask(frame: Frame, task: TaskRecord, emitDefinition: EmitDefinition): void {
  if (task.target.kind === 'importer') return;
  const { template, given } = emitCall(frame, task, emitDefinition);
  const name = argoTaskName(task.name);
  frame.tasks.set(task.id, { name, template, ...waitFields(frame, task), ...callArguments(given) });
}

/** Writes the template of a task and what its caller gives it. */
export function emitCall(frame: Frame, task: TaskRecord, emitDefinition: EmitDefinition, watched?: string): Call {
  const { emission } = frame.scope;
  const { target } = task;
  if (target.kind === 'pipeline') {
    const definition = emitDefinition(emission, target.pipeline);
    const given = definition.inputs.map((flow) => definitionArgument(frame, task, flow));
    return { template: definition.template, given };
  }
  const record = target.kind === 'component' ? emission.document.components.get(target.component) : undefined;
  if (record === undefined) throw new Error(`Task ${task.name} was not caught by analysis`);
  const inputs = createTaskInputs(frame.scope);
  const template = takeTemplateName(emission, argoTaskName(task.name));
  const watching = watched === undefined ? {} : { watched };
  emission.templates.push(containerTemplate(template, task, record, { inputs, ...watching }));
  return { template, given: passInputs(frame, inputs) };
}

function passInputs(frame: Frame, inputs: TaskInputs): readonly CallArgument[] {
  const locate = locator(frame);
  return [
    ...[...inputs.parameters.values()].map(({ name, reference }) => passArgument(frame, name, reference, locate)),
    ...[...inputs.artifacts.values()].map(({ name, reference }) => passArgument(frame, name, reference, locate)),
  ];
}

/** How the frame finds artifacts of importers that stand in it or further out. */
export function locator(frame: Frame): Parameters<typeof passArgument>[3] {
  return (reference) => importerLocation(frame.scope.emission.document, reference);
}

/** A sub-pipeline is given what the task says, else the default of its input, else an empty text. */
function definitionArgument(frame: Frame, task: TaskRecord, { name, kind, reference }: Flow): CallArgument {
  const port = reference.kind === 'input' ? reference.input : '';
  const argument: Argument | undefined = task.arguments[port];
  if (isReference(argument)) return passArgument(frame, name, argument, locator(frame));
  if (kind === 'artifact') return { kind, field: { name, optional: true } };
  const { target } = task;
  if (target.kind !== 'pipeline') throw new Error(`Task ${task.name} runs no pipeline`);
  const ports = portsOfPipeline(pipelineRecord(frame.scope.emission.document, target.pipeline));
  const input = ports.inputs.find(({ id }) => id === port);
  const type = input?.type.kind === 'parameter' ? input.type.parameterType : 'STRING';
  if (argument === undefined) {
    return { kind, field: { name, value: input?.default === undefined ? '' : constantText(input.default, type) } };
  }
  return { kind, field: { name, value: textAt(frame, argument, type) } };
}

/** A text with references, as the caller of a template writes it. */
function textAt(frame: Frame, argument: Argument, type: Parameters<typeof argumentText>[2]): string {
  const inputs = createTaskInputs(frame.scope);
  let text = argumentText(inputs, argument, type);
  for (const { name, reference } of inputs.parameters.values()) {
    text = text.replaceAll(`{{inputs.parameters.${name}}}`, `{{${sourceOf(frame, reference)}}}`);
  }
  return text;
}

/** What a task waits for. */
function waitFields(frame: Frame, task: TaskRecord): ArgoMap {
  const names = dependenciesOf(frame.scope.emission.document, task);
  if (names.length === 0) return {};
  return task.options.ignoreUpstreamFailure === true ? { depends: dependsAnyway(names) } : { dependencies: names };
}
