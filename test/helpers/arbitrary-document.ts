import fc from 'fast-check';
import type { Reference } from '../../src/model/argument.ts';
import { componentKeyOf } from '../../src/model/component-key.ts';
import type {
  BodyOwner,
  ComponentRecord,
  LayoutRecord,
  PipelineDocument,
  PipelineInput,
  PipelineOutput,
  TaskRecord,
  TaskTarget,
} from '../../src/model/document.ts';
import type { Branch, GroupRecord } from '../../src/model/group.ts';
import type { BodyId, ComponentKey, GroupId, LayoutKey, NodeId, PipelineId, TaskId } from '../../src/model/ids.ts';
import { newBodyId, newGroupId, newNoteId, newPipelineId, newTaskId } from '../../src/model/new-ids.ts';
import type { PortType } from '../../src/model/port-type.ts';
import { arbitraryOptions, arbitraryPlatform } from './arbitrary-options.ts';
import { arbitraryCondition, arbitraryReference, outputsOf } from './arbitrary-reference.ts';
import { arbitraryArgument, arbitraryConstant, arbitraryText, arbitraryUnknown } from './arbitrary-values.ts';
import {
  type Builder,
  type DocumentShape,
  type Draw,
  described,
  maybe,
  PORTS,
  type Scope,
} from './document-builder.ts';

const parameterTypes = [
  'STRING',
  'NUMBER_INTEGER',
  'NUMBER_DOUBLE',
  'BOOLEAN',
  'LIST',
  'STRUCT',
  'TASK_FINAL_STATUS',
  'TASK_CONFIG',
] as const;

/** Any port type. */
export const arbitraryType: fc.Arbitrary<PortType> = fc.oneof(
  fc.constantFrom(...parameterTypes).map((parameterType): PortType => ({ kind: 'parameter', parameterType })),
  fc
    .record({
      kind: fc.constant('artifact' as const),
      schemaTitle: fc.constantFrom('system.Dataset', 'system.Model', 'system.Custom', 'google.VertexModel'),
      schemaVersion: fc.constantFrom('0.0.1', '1.2.3'),
      isList: fc.boolean(),
    })
    .map((type): PortType => type),
);

/** Documents with every construct the model has, some of their references broken. */
export function arbitraryDocument(shape: DocumentShape = {}): fc.Arbitrary<PipelineDocument> {
  return fc.gen().map((generate) => {
    const draw: Draw = (arbitrary) => generate(() => arbitrary);
    return buildDocument(draw, { width: 4, missing: true, ...shape });
  });
}

function buildDocument(draw: Draw, shape: Required<DocumentShape>): PipelineDocument {
  const builder: Builder = {
    draw,
    shape,
    parts: { counter: 1 },
    pipelines: new Map(),
    bodies: new Map(),
    tasks: new Map(),
    groups: new Map(),
    components: new Map(),
    notes: new Map(),
    layout: new Map(),
    missing: new Map(),
    definitions: [],
  };
  const names = draw(fc.uniqueArray(fc.constantFrom('prepare', 'inner-part', 'sub'), { maxLength: 2 }));
  for (const name of names) builder.definitions.push(buildPipeline(builder, name, false));
  const root = buildPipeline(builder, draw(fc.constantFrom('my-pipeline', 'p')), true);
  const unknown = maybe(draw, arbitraryUnknown);
  const { pipelines, bodies, tasks, groups, components, notes, layout, missing } = builder;
  return {
    ...{ counter: builder.parts.counter, root, pipelines, bodies, tasks, groups, components, notes, layout, missing },
    ...(unknown === undefined ? {} : { unknown }),
  };
}

function buildPipeline(builder: Builder, name: string, isRoot: boolean): PipelineId {
  const { draw, parts } = builder;
  const id = newPipelineId(parts);
  const scope: Scope = { inputs: draw(arbitraryInputs), tasks: [], groups: [], names: new Set(), groupCounter: 1 };
  const body = buildBody(builder, scope, { kind: 'pipeline', pipeline: id }, 0);
  const reference = arbitraryReference(builder, scope);
  for (const task of scope.tasks) fillTask(builder, task, scope, reference);
  for (const group of scope.groups) fillGroup(builder, group, scope, reference);
  const outputs = draw(fc.uniqueArray(fc.constantFrom(...PORTS), { maxLength: 3 })).map((output): PipelineOutput => {
    const source = maybe(draw, reference);
    return { name: output, type: draw(arbitraryType), ...described(draw), ...(source === undefined ? {} : { source }) };
  });
  const displayName = maybe(draw, arbitraryText);
  const annotations = maybe(
    draw,
    fc.dictionary(arbitraryText, arbitraryText, { maxKeys: 2 }).map((map) => ({ ...map })),
  );
  const platform = isRoot ? maybe(draw, arbitraryPlatform) : undefined;
  const pipelineRoot = isRoot ? maybe(draw, arbitraryText) : undefined;
  builder.pipelines.set(id, {
    id,
    name,
    ...(displayName === undefined ? {} : { displayName }),
    ...described(draw),
    inputs: scope.inputs,
    outputs,
    body,
    ...(platform === undefined ? {} : { platform }),
    ...(pipelineRoot === undefined ? {} : { defaultPipelineRoot: pipelineRoot }),
    ...(annotations === undefined ? {} : { annotations }),
    groupCounter: scope.groupCounter + draw(fc.nat({ max: 2 })),
  });
  buildLayout(builder, id, scope);
  return id;
}

const arbitraryInputs: fc.Arbitrary<readonly PipelineInput[]> = fc
  .uniqueArray(fc.constantFrom('rows', 'host', 'secret_key', 'table'), { maxLength: 4 })
  .chain((names) => fc.tuple(...names.map(arbitraryInput)));

function arbitraryInput(name: string): fc.Arbitrary<PipelineInput> {
  return fc.record(
    {
      name: fc.constant(name),
      type: arbitraryType,
      default: arbitraryConstant,
      optional: fc.boolean(),
      description: arbitraryText,
      secret: fc.boolean(),
      unknown: arbitraryUnknown,
    },
    { requiredKeys: ['name', 'type'] },
  ) as fc.Arbitrary<PipelineInput>;
}

function buildBody(builder: Builder, scope: Scope, owner: BodyOwner, depth: number): BodyId {
  const { draw, parts, shape } = builder;
  const body = newBodyId(parts);
  const kinds = fc.constantFrom('task', 'task', 'task', 'loop', 'branches', 'exit-handler');
  const count = draw(fc.nat({ max: depth === 0 ? shape.width : 2 }));
  const children: NodeId[] = [];
  for (let index = 0; index < count; index++) {
    const kind = draw(kinds);
    const id =
      kind === 'task' || depth > 1 ? buildTask(builder, scope, body) : buildGroup(builder, scope, body, kind, depth);
    children.push(id);
  }
  builder.bodies.set(body, { id: body, owner, children });
  return body;
}

function buildTask(builder: Builder, scope: Scope, parent: BodyId): TaskId {
  const { draw, parts } = builder;
  const id = newTaskId(parts);
  const wanted: string = draw(fc.constantFrom('train', 'read-data', 'report', 'condition-1', 'for-loop-2'));
  let name = wanted;
  for (let number = 2; scope.names.has(name); number++) name = `${wanted}-${number}`;
  scope.names.add(name);
  const target = drawTarget(builder);
  const displayName = maybe(draw, arbitraryText);
  const unknown = maybe(draw, arbitraryUnknown);
  const task: TaskRecord = {
    id,
    parent,
    name,
    ...(displayName === undefined ? {} : { displayName }),
    target,
    arguments: {},
    after: [],
    options: {},
    ...(unknown === undefined ? {} : { unknown }),
  };
  builder.tasks.set(id, task);
  scope.tasks.push(task);
  return id;
}

function drawTarget(builder: Builder): TaskTarget {
  const { draw, definitions, shape } = builder;
  const kind = draw(fc.constantFrom('component', 'component', 'component', 'pipeline', 'importer', 'lost'));
  const [first] = definitions;
  if (kind === 'pipeline' && first !== undefined) {
    return { kind: 'pipeline', pipeline: draw(fc.constantFrom(...definitions)) };
  }
  if (kind === 'importer') {
    const download = maybe(draw, fc.boolean());
    return {
      kind: 'importer',
      artifactType: { kind: 'artifact', schemaTitle: 'system.Model', schemaVersion: '0.0.1', isList: false },
      reimport: draw(fc.boolean()),
      ...(download === undefined ? {} : { downloadToWorkspace: download }),
    };
  }
  if (kind === 'lost' && shape.missing) {
    return draw(
      fc.constantFrom<TaskTarget>(
        { kind: 'missing-pipeline', name: 'gone' },
        { kind: 'component', component: 'gone@0123456789ab' as ComponentKey },
      ),
    );
  }
  const component = drawComponent(builder);
  builder.components.set(component.key, component);
  return { kind: 'component', component: component.key };
}

function drawComponent({ draw, components }: Builder): ComponentRecord {
  const name = draw(fc.constantFrom('train', 'read-data', 'report'));
  const key = componentKeyOf(name, `${name.length}`.padStart(64, '0'));
  const known = components.get(key);
  if (known !== undefined) return known;
  const origin = maybe(
    draw,
    fc.constantFrom({ path: `components/${name}/component.yaml` }, { url: 'https://example.org/c.yaml' }, {}),
  );
  const spec = {
    name,
    description: draw(arbitraryText),
    inputs: PORTS.map((port) => ({ name: port, type: 'String', optional: true })),
    outputs: PORTS.map((port) => ({ name: port, type: 'String' })),
    implementation: {
      container: { image: 'python:3.12', command: ['sh', '-c', draw(arbitraryText)], args: [{ inputValue: 'model' }] },
    },
    extra: draw(arbitraryConstant),
  };
  return { key, spec, ...(origin === undefined ? {} : { origin }) };
}

function buildGroup(builder: Builder, scope: Scope, parent: BodyId, kind: string, depth: number): GroupId {
  const { draw, parts } = builder;
  const id = newGroupId(parts);
  const owner: BodyOwner = { kind: 'group', group: id };
  const displayName = maybe(draw, arbitraryText);
  const unknown = maybe(draw, arbitraryUnknown);
  const base = {
    id,
    parent,
    ...(displayName === undefined ? {} : { displayName }),
    after: [],
    ...(unknown === undefined ? {} : { unknown }),
  };
  const body = (): BodyId => buildBody(builder, scope, owner, depth + 1);
  const group = makeGroup(draw, scope, kind, base, body);
  builder.groups.set(id, group);
  scope.groups.push(group);
  return id;
}

type GroupBase = Pick<GroupRecord, 'id' | 'parent' | 'after' | 'displayName' | 'unknown'>;

function makeGroup(draw: Draw, scope: Scope, kind: string, base: GroupBase, body: () => BodyId): GroupRecord {
  const next = (): number => scope.groupCounter++;
  if (kind === 'loop') {
    const itemNumber = next();
    const items = draw(fc.array(arbitraryConstant, { maxLength: 3 }));
    const parallelism = maybe(draw, fc.nat({ max: 5 }));
    const loop = { ...base, kind: 'loop' as const, name: `for-loop-${next()}` };
    const record = { ...loop, items: { kind: 'constant' as const, items, itemNumber }, body: body() };
    return parallelism === undefined ? record : { ...record, parallelism };
  }
  if (kind === 'exit-handler') return { ...base, kind: 'exit-handler', name: `exit-handler-${next()}`, body: body() };
  const count = draw(fc.integer({ min: 1, max: 3 }));
  const lone = `condition-${next()}`;
  const branches: Branch[] = [];
  for (let index = 0; index < count; index++) {
    const name = count === 1 ? lone : `condition-${next()}`;
    const displayName = maybe(draw, arbitraryText);
    branches.push({ name, ...(displayName === undefined ? {} : { displayName }), body: body() });
  }
  const outputs = draw(fc.uniqueArray(fc.constantFrom(...PORTS), { maxLength: 2 })).map((name) => ({
    name,
    sources: [],
  }));
  const name = count === 1 ? lone : lone.replace('condition', 'condition-branches');
  return { ...base, kind: 'branches', name, branches, outputs };
}

function fillTask(builder: Builder, task: TaskRecord, scope: Scope, reference: fc.Arbitrary<Reference>): void {
  const { draw, tasks } = builder;
  const ports = draw(fc.uniqueArray(fc.constantFrom(...PORTS), { maxLength: 3 }));
  const args = ports.map((port) => [port, draw(arbitraryArgument(reference))] as const);
  const options = draw(fc.boolean()) ? draw(arbitraryOptions(reference)) : {};
  const metadata = task.target.kind === 'importer' ? maybe(draw, arbitraryArgument(reference)) : undefined;
  tasks.set(task.id, {
    ...task,
    target: metadata === undefined ? task.target : ({ ...task.target, metadata } as TaskTarget),
    arguments: Object.fromEntries(args),
    after: drawAfter(builder, scope, task.id),
    options,
  });
}

function drawAfter({ draw, missing, parts, shape }: Builder, scope: Scope, self: NodeId): readonly NodeId[] {
  const nodes: NodeId[] = [...scope.tasks, ...scope.groups].map((node) => node.id).filter((id) => id !== self);
  if (shape.missing && draw(fc.nat({ max: 9 })) === 0) {
    const id = newTaskId(parts);
    missing.set(id, `lost-${id}`);
    nodes.push(id);
  }
  return nodes.length === 0 ? [] : draw(fc.uniqueArray(fc.constantFrom(...nodes), { maxLength: 2 }));
}

function fillGroup(builder: Builder, group: GroupRecord, scope: Scope, reference: fc.Arbitrary<Reference>): void {
  const { draw, groups } = builder;
  const filled = { ...group, after: drawAfter(builder, scope, group.id) };
  if (filled.kind === 'loop') {
    const items = maybe(draw, reference);
    const itemType = maybe(draw, fc.constantFrom('NUMBER_INTEGER' as const, 'STRUCT' as const));
    const types = itemType === undefined ? {} : { itemType };
    groups.set(group.id, {
      ...filled,
      items: items === undefined ? { ...filled.items, ...types } : { kind: 'reference', reference: items, ...types },
    });
    return;
  }
  if (filled.kind === 'exit-handler') {
    const siblings = scope.tasks.filter((task) => task.parent === group.parent).map((task) => task.id);
    const exitTask = siblings.length === 0 ? undefined : maybe(draw, fc.constantFrom(...siblings));
    groups.set(group.id, exitTask === undefined ? filled : { ...filled, exitTask });
    return;
  }
  const branches = filled.branches.map((branch): Branch => {
    const condition = maybe(draw, arbitraryCondition(reference));
    return condition === undefined ? branch : { ...branch, condition };
  });
  const sources = scope.tasks.flatMap((task) =>
    outputsOf(builder, task).map((output) => ({ kind: 'task-output' as const, task: task.id, output })),
  );
  const outputs = filled.outputs.map((output) => ({
    ...output,
    sources: sources.length === 0 ? [] : draw(fc.array(fc.constantFrom(...sources), { maxLength: 2 })),
  }));
  groups.set(group.id, { ...filled, branches, outputs });
}

function buildLayout(builder: Builder, pipeline: PipelineId, scope: Scope): void {
  const { draw, layout, notes, parts } = builder;
  const note = maybe(draw, arbitraryText);
  const keys: LayoutKey[] = [`inputs:${pipeline}`, `outputs:${pipeline}`];
  for (const node of [...scope.tasks, ...scope.groups]) keys.push(node.id);
  if (note !== undefined) {
    const id = newNoteId(parts);
    const unknown = maybe(draw, arbitraryUnknown);
    notes.set(id, { id, pipeline, text: note, ...(unknown === undefined ? {} : { unknown }) });
    keys.push(id);
  }
  for (const key of keys) {
    const record = maybe(draw, arbitraryLayout);
    if (record !== undefined) layout.set(key, record);
  }
}

const pixels = fc.integer({ min: -5000, max: 5000 });
const arbitraryLayout = fc.record(
  { x: pixels, y: pixels, width: fc.nat({ max: 900 }), height: fc.nat({ max: 900 }), collapsed: fc.boolean() },
  { requiredKeys: ['x', 'y'] },
) as fc.Arbitrary<LayoutRecord>;
