import { dirname, join } from 'node:path';
import type { Argument as DocumentArgument, Reference } from '../../src/model/argument.ts';
import type { PipelineDocument, TaskRecord } from '../../src/model/document.ts';
import type { TaskId } from '../../src/model/ids.ts';
import { rootPipeline } from '../../src/model/lookups.ts';
import { catalogFile } from './component-file.ts';
import type { Argument } from './resolve-command.ts';
import { type Execution, runComponent } from './run-component.ts';

/** The outputs of every task of a flat pipeline, by task name. Throws where a task fails. */
export async function runTasks(
  file: string,
  document: PipelineDocument,
  given: { readonly [input: string]: Argument } = {},
): Promise<ReadonlyMap<string, Execution>> {
  const done = new Map<TaskId, Execution>();
  const resolve = (reference: Reference): Argument => {
    if (reference.kind === 'input') return inputValue(document, given, reference.input);
    const output = reference.kind === 'task-output' ? done.get(reference.task)?.outputs[reference.output] : undefined;
    if (output === undefined) throw new Error(`nothing is known of ${JSON.stringify(reference)}`);
    return output;
  };
  for (const task of document.tasks.values()) {
    const entries = Object.entries(task.arguments).map(([port, argument]) => [port, argumentValue(argument, resolve)]);
    const execution = await runComponent(componentOf(file, document, task), Object.fromEntries(entries));
    if (execution.status !== 0) throw new Error(`${task.name}: ${execution.stderr}`);
    done.set(task.id, execution);
  }
  return new Map([...document.tasks.values()].map((task) => [task.name, done.get(task.id) as Execution]));
}

function componentOf(file: string, document: PipelineDocument, task: TaskRecord): string {
  const key = task.target.kind === 'component' ? task.target.component : undefined;
  const path = key === undefined ? undefined : document.components.get(key)?.origin?.path;
  if (path === undefined) throw new Error(`${task.name} has no component with an origin`);
  return path.startsWith('builtin:') ? catalogFile(path.slice('builtin:'.length)) : join(dirname(file), path);
}

function inputValue(document: PipelineDocument, given: { readonly [input: string]: Argument }, name: string): Argument {
  const declared = rootPipeline(document).inputs.find((input) => input.name === name);
  const value = given[name] ?? declared?.default;
  if (value === undefined || value === null) throw new Error(`the pipeline needs ${name}`);
  return value;
}

function argumentValue(argument: DocumentArgument, resolve: (reference: Reference) => Argument): Argument {
  if (argument.kind === 'value') return argument.value as Argument;
  if (argument.kind === 'text') {
    return argument.parts.map((part) => (typeof part === 'string' ? part : String(resolve(part)))).join('');
  }
  if (argument.kind === 'template') throw new Error('templates are not used in the shipped pipelines');
  return resolve(argument);
}
