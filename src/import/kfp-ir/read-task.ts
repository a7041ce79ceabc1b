import type { ComponentSpec, Executor, ImporterExecutor } from '../../compile/kfp/ir.ts';
import type { Argument } from '../../model/argument.ts';
import type { ImporterTarget, TaskRecord, TaskTarget } from '../../model/document.ts';
import type { BodyId, PipelineId } from '../../model/ids.ts';
import { inMetadataOrder } from './metadata-order.ts';
import type { TaskNode } from './outline-node.ts';
import { createTaskReader, type TaskReader } from './read-argument.ts';
import { readComponent } from './read-component.ts';
import { readOptions, SETTING_INPUTS } from './read-options.ts';
import { noteLoss, type Reading } from './reading.ts';

/** Reads the sub-pipeline that a task runs; definitions that hold the same are one. */
export type ReadDefinition = (component: ComponentSpec, taskName: string) => PipelineId;

/**
 * Reads one task of a DAG; nothing where it is something this version cannot read, which is noted. What it waits for
 * without taking anything from it is found out later.
 */
export function readTask(
  reading: Reading,
  node: TaskNode,
  parent: BodyId,
  readDefinition: ReadDefinition,
): TaskRecord | undefined {
  const { id, name, task, outer } = node;
  const component = reading.index.component(task.componentRef.name);
  if (component === undefined) {
    const values = { task: name, component: task.componentRef.name };
    reading.unreadable.push({ code: 'component-not-found', values });
    return undefined;
  }
  const reader = createTaskReader(task, outer);
  const executor = executorOf(reading, component);
  const target = readTarget(reading, { task: name, component, executor, reader, readDefinition });
  if (target === undefined) return undefined;
  const label = component.executorLabel;
  return {
    id,
    parent,
    name,
    ...(task.taskInfo === undefined || task.taskInfo.name === name ? {} : { displayName: task.taskInfo.name }),
    target,
    arguments: readArguments(reading, node, { component, reader, target }),
    after: [],
    options: readOptions({
      task,
      container: executor?.container,
      kubernetes: label === undefined ? undefined : reading.index.kubernetes(label),
      reader,
      scope: outer,
      isExitTask: reading.exitTasks.has(id),
    }),
  };
}

function executorOf(reading: Reading, { executorLabel }: ComponentSpec): Executor | undefined {
  return executorLabel === undefined ? undefined : reading.index.executor(executorLabel);
}

interface TargetSources {
  readonly task: string;
  readonly component: ComponentSpec;
  readonly executor: Executor | undefined;
  readonly reader: TaskReader;
  readonly readDefinition: ReadDefinition;
}

function readTarget(reading: Reading, sources: TargetSources): TaskTarget | undefined {
  const { task, component, executor, reader } = sources;
  if (component.dag !== undefined) return { kind: 'pipeline', pipeline: sources.readDefinition(component, task) };
  if (executor?.importer !== undefined) return readImporter(executor.importer, reader);
  if (executor?.container !== undefined) {
    const name = componentName(reading, component.executorLabel ?? task);
    return { kind: 'component', component: readComponent(reading, name, component, executor.container).key };
  }
  const [kind] = Object.keys(executor ?? {});
  if (kind !== undefined) {
    // What the executor really is comes back from what is kept of the file.
    const name = componentName(reading, component.executorLabel ?? task);
    return { kind: 'component', component: readComponent(reading, name, component, { image: kind }).key };
  }
  reading.unreadable.push({ code: 'executor-not-read', values: { task, label: component.executorLabel ?? '' } });
  return undefined;
}

/** `exec-print-2` is the second copy of `print` where there is a first; otherwise the number is part of the name. */
function componentName(reading: Reading, label: string): string {
  const base = label.replace(/-[0-9]+$/, '');
  if (base !== label && reading.index.executor(base) !== undefined) return componentName(reading, base);
  return label.replace(/^exec-/, '') || 'component';
}

function readImporter(importer: ImporterExecutor, reader: TaskReader): ImporterTarget {
  const { schemaTitle = 'system.Artifact', schemaVersion = '0.0.1' } = importer.typeSchema;
  return {
    kind: 'importer',
    artifactType: { kind: 'artifact', schemaTitle, schemaVersion, isList: false },
    reimport: importer.reimport === true,
    ...(importer.metadata === undefined ? {} : { metadata: reader.templateOf(inMetadataOrder(importer.metadata)) }),
    ...(importer.downloadToWorkspace === true ? { downloadToWorkspace: true } : {}),
  };
}

interface ArgumentSources {
  readonly component: ComponentSpec;
  readonly reader: TaskReader;
  readonly target: TaskTarget;
}

function readArguments(
  reading: Reading,
  { name: taskName, task }: TaskNode,
  { component, reader, target }: ArgumentSources,
): TaskRecord['arguments'] {
  const declared = component.inputDefinitions?.parameters ?? {};
  const read: { [port: string]: Argument } = {};
  for (const [name, source] of Object.entries(task.inputs?.parameters ?? {})) {
    const definition = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (source.taskFinalStatus !== undefined || isOfCompiler(name, definition !== undefined, target)) continue;
    const argument = reader.argumentOf(name, definition?.parameterType);
    if (argument === undefined) noteLoss(reading, 'argument-not-kept', { task: taskName, port: name });
    else read[name] = argument;
  }
  for (const name of Object.keys(task.inputs?.artifacts ?? {})) {
    const reference = reader.artifactOf(name);
    if (reference === undefined) noteLoss(reading, 'argument-not-kept', { task: taskName, port: name });
    else read[name] = reference;
  }
  return read;
}

/** Inputs the compiler put there for text, settings and an importer's metadata; they come back by themselves. */
function isOfCompiler(name: string, isDeclared: boolean, target: TaskTarget): boolean {
  if (target.kind === 'importer') return name !== 'uri';
  return !isDeclared && (name.startsWith('pipelinechannel--') || SETTING_INPUTS.has(name));
}
