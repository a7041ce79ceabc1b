import fc from 'fast-check';
import type { Reference } from '../../src/model/argument.ts';
import { componentKeyOf } from '../../src/model/component-key.ts';
import type {
  BodyOwner,
  BodyRecord,
  ComponentRecord,
  LayoutRecord,
  NoteRecord,
  PipelineDocument,
  PipelineInput,
  PipelineOutput,
  PipelineRecord,
  TaskRecord,
  TaskTarget,
} from '../../src/model/document.ts';
import type { Branch, Condition, GroupRecord } from '../../src/model/group.ts';
import type {
  BodyId,
  ComponentKey,
  GroupId,
  LayoutKey,
  NodeId,
  NoteId,
  PipelineId,
  TaskId,
} from '../../src/model/ids.ts';
import { newBodyId, newGroupId, newNoteId, newPipelineId, newTaskId } from '../../src/model/new-ids.ts';
import type { PortType } from '../../src/model/port-type.ts';
import { arbitraryOptions, arbitraryPlatform } from './arbitrary-options.ts';
import { arbitraryArgument, arbitraryConstant, arbitraryText, arbitraryUnknown } from './arbitrary-values.ts';

/** How large and how broken generated documents are. */
export interface DocumentShape {
  /** The most tasks and groups of one body; 4 unless told. */
  readonly width?: number;
  /** Whether references to names the document does not hold occur; true unless told. */
  readonly missing?: boolean;
}

type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

interface Builder {
  readonly draw: Draw;
  readonly shape: Required<DocumentShape>;
  readonly parts: { counter: number };
  readonly pipelines: Map<PipelineId, PipelineRecord>;
  readonly bodies: Map<BodyId, BodyRecord>;
  readonly tasks: Map<TaskId, TaskRecord>;
  readonly groups: Map<GroupId, GroupRecord>;
  readonly components: Map<ComponentKey, ComponentRecord>;
  readonly notes: Map<NoteId, NoteRecord>;
  readonly layout: Map<LayoutKey, LayoutRecord>;
  readonly missing: Map<NodeId, string>;
  /** Definitions that tasks may run: those made before. */
  readonly definitions: PipelineId[];
}

const PORTS = ['model', 'data', 'score_2', 'items'] as const;
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

/** What references of one pipeline can point at. */
interface Scope {
  readonly inputs: readonly PipelineInput[];
  readonly tasks: TaskRecord[];
  readonly groups: GroupRecord[];
  readonly names: Set<string>;
  groupCounter: number;
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
    groups.set(group.id, items === undefined ? filled : { ...filled, items: { kind: 'reference', reference: items } });
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

function arbitraryCondition(reference: fc.Arbitrary<Reference>): fc.Arbitrary<Condition> {
  const value = fc
    .oneof(
      arbitraryText,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true }),
      fc.boolean(),
    )
    .map((constant) => ({ kind: 'value' as const, value: constant }));
  const operator = fc.constantFrom(
    '==' as const,
    '!=' as const,
    '<' as const,
    '<=' as const,
    '>' as const,
    '>=' as const,
  );
  const operand = fc.oneof(reference, value);
  return fc.oneof(
    fc.record({ kind: fc.constant('comparison' as const), left: operand, operator, right: operand }),
    fc.record({
      kind: fc.constant('raw' as const),
      text: arbitraryText,
      references: fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'pipelinechannel--b'), reference), {
        selector: ([key]) => key,
        maxLength: 2,
      }),
    }),
  );
}

/** References a pipeline can hold. Conditions on what exists are met except where missing names are asked for. */
function arbitraryReference(builder: Builder, scope: Scope): fc.Arbitrary<Reference> {
  const choices: fc.Arbitrary<Reference>[] = [];
  const producers = scope.tasks.flatMap((task) =>
    outputsOf(builder, task).map((output) => ({ task: task.id, output })),
  );
  const loops = scope.groups.filter((group) => group.kind === 'loop').map((group) => group.id);
  const oneOfs = scope.groups.flatMap((group) =>
    group.kind === 'branches' ? group.outputs.map((output) => ({ group: group.id, output: output.name })) : [],
  );
  if (scope.inputs.length > 0) {
    const names = scope.inputs.map((input) => input.name);
    choices.push(fc.constantFrom(...names).map((input) => ({ kind: 'input', input })));
  }
  if (producers.length > 0) {
    const kinds = fc.constantFrom('task-output' as const, 'task-output' as const, 'collected' as const);
    choices.push(fc.tuple(kinds, fc.constantFrom(...producers)).map(([kind, producer]) => ({ kind, ...producer })));
  }
  if (oneOfs.length > 0) choices.push(fc.constantFrom(...oneOfs).map((output) => ({ kind: 'one-of', ...output })));
  if (loops.length > 0) {
    const item = fc.record(
      { kind: fc.constant('loop-item' as const), loop: fc.constantFrom(...loops), field: fc.constantFrom('a', 'b_1') },
      { requiredKeys: ['kind', 'loop'] },
    );
    choices.push(item as fc.Arbitrary<Reference>);
  }
  if (builder.shape.missing || choices.length === 0) choices.push(lostReference(builder, scope));
  return fc.oneof(...choices);
}

function outputsOf(builder: Builder, task: TaskRecord): readonly string[] {
  if (task.target.kind !== 'pipeline') return PORTS;
  return builder.pipelines.get(task.target.pipeline)?.outputs.map((output) => output.name) ?? [];
}

/** References to a task or loop the document does not hold. Such a name has one id in a pipeline. */
function lostReference({ missing, parts }: Builder, scope: Scope): fc.Arbitrary<Reference> {
  const task = newTaskId(parts);
  const loop = newGroupId(parts);
  missing.set(task, `gone-${scope.tasks.length}`);
  missing.set(loop, `gone-loop`);
  return fc.constantFrom<Reference>({ kind: 'task-output', task, output: 'out.put' }, { kind: 'loop-item', loop });
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

function described(draw: Draw): { readonly description?: string } {
  const description = maybe(draw, arbitraryText);
  return description === undefined ? {} : { description };
}

function maybe<T>(draw: Draw, arbitrary: fc.Arbitrary<T>): T | undefined {
  return draw(fc.boolean()) ? draw(arbitrary) : undefined;
}
