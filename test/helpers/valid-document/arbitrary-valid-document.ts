import fc from 'fast-check';
import type {
  BodyOwner,
  PipelineDocument,
  PipelineInput,
  PipelineOutput,
  PipelineRecord,
} from '../../../src/model/document.ts';
import type { BodyId, GroupId, NodeId, PipelineId } from '../../../src/model/ids.ts';
import { newBodyId, newPipelineId } from '../../../src/model/new-ids.ts';
import type { PortType } from '../../../src/model/port-type.ts';
import { sanitiseTaskName, uniqueName } from '../../../src/model/sanitise-names.ts';
import type { Added, Building, Given, PipelineBuilding, Reach } from './building.ts';
import { readChoices } from './choices.ts';
import { buildBranches, buildExitHandler, buildLoop } from './groups.ts';
import { platformOf } from './options.ts';
import { buildTask } from './tasks.ts';
import { constantOf } from './values.ts';

/** Documents without errors that use every construct the SDK can write. */
export const arbitraryValidDocument: fc.Arbitrary<PipelineDocument> = fc
  .array(fc.nat({ max: 9999 }), { minLength: 0, maxLength: 400, size: 'max' })
  .map(validDocument);

/** The document that a sequence of choices makes. */
export function validDocument(numbers: readonly number[]): PipelineDocument {
  const building: Building = {
    choices: readChoices(numbers),
    parts: { counter: 1 },
    pipelines: new Map(),
    bodies: new Map(),
    tasks: new Map(),
    groups: new Map(),
    components: new Map(),
  };
  const definitions = building.choices.below(3);
  const withGroups = building.choices.below(definitions + 1);
  const names = ['inner', 'sub-two'].slice(0, definitions);
  for (const [index, name] of names.entries()) buildPipeline(building, name, false, index + 1 === withGroups);
  const root = buildPipeline(building, 'my-pipeline', true, withGroups === 0);
  const { parts, pipelines, bodies, tasks, groups, components } = building;
  const empty = { notes: new Map(), layout: new Map(), missing: new Map() };
  return { counter: parts.counter, root, pipelines, bodies, tasks, groups, components, ...empty };
}

const INPUT_TYPES: readonly (readonly [string, PortType])[] = [
  ['text', { kind: 'parameter', parameterType: 'STRING' }],
  ['count', { kind: 'parameter', parameterType: 'NUMBER_INTEGER' }],
  ['ratio', { kind: 'parameter', parameterType: 'NUMBER_DOUBLE' }],
  ['flag', { kind: 'parameter', parameterType: 'BOOLEAN' }],
  ['items', { kind: 'parameter', parameterType: 'LIST' }],
  ['options', { kind: 'parameter', parameterType: 'STRUCT' }],
  ['data', { kind: 'artifact', schemaTitle: 'system.Dataset', schemaVersion: '0.0.1', isList: false }],
  ['many', { kind: 'artifact', schemaTitle: 'system.Dataset', schemaVersion: '0.0.1', isList: true }],
  ['dsl', { kind: 'parameter', parameterType: 'STRING' }],
  ['train', { kind: 'artifact', schemaTitle: 'google.Own', schemaVersion: '1.2.0', isList: false }],
];

function buildPipeline(building: Building, name: string, isRoot: boolean, hasGroups: boolean): PipelineId {
  const { choices, parts, bodies } = building;
  let group = 1;
  const id = newPipelineId(parts);
  const inputs = inputsOf(building, isRoot);
  const body = newBodyId(parts);
  const here: PipelineBuilding = {
    ...building,
    inputs,
    isRoot,
    canHoldGroup: () => hasGroups && group < 6,
    nameTask: taskNames(name, isRoot),
    nextGroup: () => group++,
  };
  const given = inputs.map(({ name: input, type }): Given => ({ reference: { kind: 'input', input }, type }));
  const reach: Reach = { given, nodes: [], depth: 0, isInsideGroup: false };
  const filled = fillBody(here, body, { kind: 'pipeline', pipeline: id }, reach);
  const platform = isRoot ? platformOf(building) : undefined;
  const pipeline: PipelineRecord = {
    id,
    name,
    ...(choices.once(4) ? { description: choices.of(['Plain words.', 'Two\nlines: of "it".']) } : {}),
    ...(isRoot && choices.once(4) ? { displayName: 'Shown pipeline' } : {}),
    ...(isRoot && choices.once(4) ? { defaultPipelineRoot: 'gs://bucket/root' } : {}),
    ...(platform === undefined ? {} : { platform }),
    inputs,
    outputs: outputsOf(here, filled.given),
    body,
    groupCounter: group,
  };
  building.pipelines.set(id, pipeline);
  if (!bodies.has(body)) throw new Error('a pipeline has no body');
  return id;
}

/**
 * KFP SDK: names of the root and of sub-pipelines that are alike, or that end in numbers, get mixed up when they are
 * merged. So those of sub-pipelines are their own, and end in letters.
 */
function taskNames(pipeline: string, isRoot: boolean): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let name = isRoot
      ? uniqueName(wanted, (candidate) => taken.has(candidate))
      : `${sanitiseTaskName(pipeline)}-${wanted}-in`;
    while (taken.has(name)) name = `${name}n`;
    taken.add(name);
    return name;
  };
}

function inputsOf(building: Building, isRoot: boolean): readonly PipelineInput[] {
  const { choices } = building;
  const wanted = INPUT_TYPES.filter(([name]) => name === 'text' || choices.once(2));
  return wanted.map(([name, type]): PipelineInput => {
    const description = choices.once(5) ? { description: choices.of(['Words.', 'A: "b"\nand more']) } : {};
    if (type.kind === 'artifact')
      return { name, type, ...(isRoot || choices.once(2) ? { optional: true } : {}), ...description };
    const kind = choices.below(3);
    const given = constantOf(building, type.parameterType);
    // KFP SDK: a line break in a default breaks the comment above the file.
    if (kind === 1 && given !== 'line\nline') return { name, type, default: given, ...description };
    return { name, type, ...(kind === 2 ? { optional: true } : {}), ...description };
  });
}

/** What stands at the top of the pipeline can be an output, also collected and one-of outputs. */
function outputsOf({ choices, inputs }: PipelineBuilding, given: readonly Given[]): readonly PipelineOutput[] {
  const sources = given.filter(({ reference }) => ['task-output', 'collected', 'one-of'].includes(reference.kind));
  const count = sources.length === 0 ? 0 : choices.below(4);
  return Array.from({ length: count }, (_, index): PipelineOutput => {
    const { reference, type } = choices.of(sources);
    const name = count === 1 && choices.once(2) ? 'Output' : `out_${index + 1}`;
    const description =
      name !== 'Output' && choices.once(5) && inputs.some((input) => input.description !== undefined)
        ? { description: 'What comes out.' }
        : {};
    return { name, type, ...description, source: reference };
  });
}

const KINDS = ['task', 'task', 'task', 'loop', 'branches', 'exit-handler'] as const;

function fillBody(building: PipelineBuilding, body: BodyId, owner: BodyOwner, outer: Reach): Added {
  const { choices, bodies } = building;
  const children: NodeId[] = [];
  const sum = { given: [] as Given[], nodes: [] as NodeId[], own: [] as Given[], inner: [] as Given[] };
  const count = 1 + choices.below(outer.depth === 0 ? 5 : 3);
  for (let index = 0; index < count; index += 1) {
    const reach = { ...outer, given: [...outer.given, ...sum.given], nodes: [...outer.nodes, ...sum.nodes] };
    const { ids, added } = buildChild(building, body, reach);
    children.push(...ids);
    sum.given.push(...added.given);
    sum.nodes.push(...added.nodes);
    sum.own.push(...added.own);
    sum.inner.push(...added.inner);
  }
  // Drawn in another order than it runs.
  bodies.set(body, { id: body, owner, children: choices.once(4) ? children.reverse() : children });
  return sum;
}

function buildChild(
  building: PipelineBuilding,
  body: BodyId,
  reach: Reach,
): { readonly ids: readonly NodeId[]; readonly added: Added } {
  const wanted = building.choices.of(KINDS);
  const kind = building.canHoldGroup() ? wanted : 'task';
  const fill = (group: Parameters<Parameters<typeof buildLoop>[3]>[0], inner: BodyId, inside: Reach): Added =>
    fillBody(
      building,
      inner,
      { kind: 'group', group },
      { ...inside, given: inside.given.filter((given) => isNear(given, group)) },
    );
  if (kind === 'loop' && reach.depth < 3) return split(buildLoop(building, body, reach, fill));
  if (kind === 'branches' && reach.depth < 3 && reach.given.length > 0) {
    return split(buildBranches(building, body, reach, fill));
  }
  if (kind === 'exit-handler' && reach.depth === 0) return split(buildExitHandler(building, body, reach, fill));
  const added = buildTask(building, body, reach);
  return { ids: [added.id], added };
}

/** KFP SDK: groups inside a loop over constants do not always get its items, and others get what they do not use. */
function isNear({ reference }: Given, group: GroupId): boolean {
  return reference.kind !== 'loop-item' || reference.loop === group;
}

function split(added: ReturnType<typeof buildLoop>): { readonly ids: readonly NodeId[]; readonly added: Added } {
  return { ids: added.ids, added };
}
