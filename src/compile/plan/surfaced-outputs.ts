import type { OutputPort } from '../../catalog/component-description.ts';
import type { CollectedReference, OneOfReference, Reference } from '../../model/argument.ts';
import { isTask, nodesOfPipeline } from '../../model/lookups.ts';
import type { PortType } from '../../model/port-type.ts';
import { referencesOfGroup, referencesOfTask } from '../../model/record-references.ts';
import { levelOf, oneOfOutputName, surfacedName } from './channel-name.ts';
import { type GroupLevel, type Level, uncommonLevels } from './levels.ts';
import type { PlannedOutput } from './plan.ts';
import { typeOf } from './resolve.ts';
import type { Scope, TaskOutputBinding } from './scope.ts';

/** Outputs of groups by their names. */
export type SurfacedOutputs = ReadonlyMap<GroupLevel, ReadonlyMap<string, PlannedOutput>>;

type Surfacing = Map<GroupLevel, Map<string, PlannedOutput>>;

/**
 * The outputs that groups of a pipeline have to give because something outside takes them: collected results and
 * one-of outputs. KFP SDK: `get_outputs_for_all_groups`.
 */
export function surfacedOutputs(scope: Scope): SurfacedOutputs {
  const surfacing: Surfacing = new Map();
  const { document, pipeline, levels } = scope;
  if (document.groups.size === 0) return surfacing;
  for (const record of nodesOfPipeline(document, pipeline.id)) {
    const references = isTask(record) ? referencesOfTask(record) : referencesOfGroup(record);
    for (const reference of references) surface(scope, reference, levels.ofNode.get(record.id), surfacing);
  }
  for (const { source } of pipeline.outputs) {
    if (source !== undefined) surface(scope, source, undefined, surfacing);
  }
  return surfacing;
}

function surface(scope: Scope, reference: Reference, consumer: Level | undefined, surfacing: Surfacing): void {
  if (reference.kind === 'collected') surfaceCollected(scope, reference, consumer, surfacing);
  if (reference.kind === 'one-of') surfaceOneOf(scope, reference, surfacing);
}

function surfaceCollected(
  scope: Scope,
  reference: CollectedReference,
  consumer: Level | undefined,
  surfacing: Surfacing,
): void {
  const producer = levelOf(scope, reference);
  const [, ...groups] = uncommonLevels(producer, consumer);
  surfaceThrough(
    groups as GroupLevel[],
    { producer, output: reference.output, type: typeOf(scope, reference) },
    surfacing,
  );
}

interface Surfaced {
  readonly producer: Level;
  readonly output: string;
  readonly type: PortType;
}

/** Hands an output on from the innermost group outwards; gives where the outermost one has it. */
function surfaceThrough(
  groups: readonly GroupLevel[],
  { producer, output, type }: Surfaced,
  surfacing: Surfacing,
): TaskOutputBinding {
  const name = surfacedName(producer, output);
  let source: TaskOutputBinding = { kind: 'task-output', task: producer.name, output, type };
  for (const group of groups) {
    addOutput(group, { port: portOf(name, type), sources: [source], isOneOf: false }, surfacing);
    source = { kind: 'task-output', task: group.name, output: name, type };
  }
  return source;
}

function surfaceOneOf(scope: Scope, reference: OneOfReference, surfacing: Surfacing): void {
  const level = levelOf(scope, reference);
  if (level.kind !== 'branches') return;
  const name = oneOfOutputName(level.record, reference.output);
  if (surfacing.get(level)?.has(name) === true) return;
  const output = level.record.outputs.find((candidate) => candidate.name === reference.output);
  const sources = (output?.sources ?? []).map((source) => {
    const producer = levelOf(scope, source);
    const groups = uncommonLevels(producer, level).slice(1) as GroupLevel[];
    return surfaceThrough(groups, { producer, output: source.output, type: typeOf(scope, source) }, surfacing);
  });
  const port = portOf(name, typeOf(scope, reference));
  addOutput(level, { port, sources, isOneOf: true }, surfacing);
}

/** Where one output is taken both as it is and collected, a branch gives it as it is. */
function addOutput(group: GroupLevel, output: PlannedOutput, surfacing: Surfacing): void {
  const outputs = surfacing.get(group) ?? new Map<string, PlannedOutput>();
  const { id, type } = output.port;
  if (!outputs.has(id) || !isList(type)) outputs.set(id, output);
  surfacing.set(group, outputs);
}

function isList(type: PortType): boolean {
  return type.kind === 'artifact' ? type.isList : type.parameterType === 'LIST';
}

function portOf(name: string, type: PortType): OutputPort {
  return { id: name, name, type };
}
