import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import type { Reference } from '../../model/argument.ts';
import type { PortType } from '../../model/port-type.ts';
import { sanitisePortName, uniqueName } from '../../model/sanitise-names.ts';
import { type ElyraReading, type OpenPipeline, type OpenTask, outputOf } from './open-pipelines.ts';

const ARTIFACT: PortType = { kind: 'artifact', schemaTitle: 'system.Artifact', schemaVersion: '0.0.1', isList: false };

/**
 * What a node gives, as seen from a pipeline. Elyra refers to nodes across super nodes; here it comes in through an
 * input or out through an output of the sub-pipeline, which are made for it.
 */
export function resolveOutput(
  reading: ElyraReading,
  from: OpenPipeline,
  node: string,
  port: string,
): Reference | undefined {
  const owner = reading.owners.get(node);
  const task = owner?.tasks.get(node);
  if (owner === undefined || task === undefined) return undefined;
  if (owner === from) return outputOf(task, portIdOf(reading, task, port));
  const child = childTowards(from, owner);
  if (child?.child !== undefined) {
    const inner = resolveOutput(reading, child.child, node, port);
    if (inner === undefined) return undefined;
    return outputOf(child, surfaceOutput(reading, child.child, `${task.name}_${port}`, inner));
  }
  return bringIn(reading, from, `${task.name}_${port}`, (outer) => resolveOutput(reading, outer, node, port));
}

/** A pipeline parameter, as seen from a pipeline. */
export function resolveParameter(reading: ElyraReading, from: OpenPipeline, name: string): Reference | undefined {
  if (from.parent !== undefined) {
    return bringIn(reading, from, name, (outer) => resolveParameter(reading, outer, name));
  }
  const input = sanitisePortName(name);
  return from.inputs.has(input) ? { kind: 'input', input } : undefined;
}

/** The task of a pipeline in which another one stands, however deep. */
function childTowards(from: OpenPipeline, owner: OpenPipeline): OpenTask | undefined {
  for (let open: OpenPipeline | undefined = owner; open?.parent !== undefined; open = open.parent.pipeline) {
    if (open.parent.pipeline === from) return from.tasks.get(open.parent.node);
  }
  return undefined;
}

/** The input through which something of outside comes in; the same thing comes in once. */
function bringIn(
  reading: ElyraReading,
  into: OpenPipeline,
  wanted: string,
  resolveOutside: (outer: OpenPipeline) => Reference | undefined,
): Reference | undefined {
  const outer = into.parent?.pipeline;
  const task = into.parent === undefined ? undefined : outer?.tasks.get(into.parent.node);
  const source = outer === undefined ? undefined : resolveOutside(outer);
  if (outer === undefined || task === undefined || source === undefined) return undefined;
  const same = JSON.stringify(source);
  const known = [...task.arguments].find(([, argument]) => JSON.stringify(argument) === same);
  if (known !== undefined) return { kind: 'input', input: known[0] };
  const name = uniqueName(sanitisePortName(wanted) || 'input', (taken) => into.inputs.has(taken), '_');
  into.inputs.set(name, { name, type: typeOfReference(reading, outer, source) });
  task.arguments.set(name, source);
  return { kind: 'input', input: name };
}

function surfaceOutput(reading: ElyraReading, from: OpenPipeline, wanted: string, source: Reference): string {
  const same = JSON.stringify(source);
  const known = [...from.outputs.values()].find((output) => JSON.stringify(output.source) === same);
  if (known !== undefined) return known.name;
  const name = uniqueName(sanitisePortName(wanted) || 'output', (taken) => from.outputs.has(taken), '_');
  from.outputs.set(name, { name, type: typeOfReference(reading, from, source), source });
  return name;
}

/** The id of an output that Elyra names by its sanitised name. */
function portIdOf({ components }: ElyraReading, { target }: OpenTask, port: string): string {
  const wanted = sanitisePortName(port) || 'output';
  const record = target.kind === 'component' ? components.get(target.component) : undefined;
  const outputs = (record && describeComponentRecord(record)?.outputs) ?? [];
  return outputs.find(({ id }) => id === wanted || id.replaceAll('_', '') === wanted.replaceAll('_', ''))?.id ?? wanted;
}

function typeOfReference(reading: ElyraReading, open: OpenPipeline, reference: Reference): PortType {
  if (reference.kind === 'input') return open.inputs.get(reference.input)?.type ?? ARTIFACT;
  if (reference.kind !== 'task-output') return ARTIFACT;
  const task = [...open.tasks.values()].find(({ id }) => id === reference.task);
  if (task?.child !== undefined) return task.child.outputs.get(reference.output)?.type ?? ARTIFACT;
  const record = task?.target.kind === 'component' ? reading.components.get(task.target.component) : undefined;
  const outputs = (record && describeComponentRecord(record)?.outputs) ?? [];
  return outputs.find(({ id }) => id === reference.output)?.type ?? ARTIFACT;
}
