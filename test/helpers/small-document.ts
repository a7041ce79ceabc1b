import type { Reference } from '../../src/model/argument.ts';
import type {
  BodyRecord,
  ComponentRecord,
  PipelineDocument,
  PipelineRecord,
  TaskRecord,
} from '../../src/model/document.ts';
import type { GroupRecord } from '../../src/model/group.ts';
import type { BodyId, ComponentKey, GroupId, PipelineId, TaskId } from '../../src/model/ids.ts';
import type { PortType } from '../../src/model/port-type.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';

/** Components of small documents: one with every kind of port, one that needs nothing, and some with a fault. */
const COMPONENTS: { readonly [name: string]: YamlTree } = {
  work: {
    name: 'Work',
    inputs: [
      ...['text:String', 'count:Integer', 'rate:Float', 'flag:Boolean', 'items:List', 'options:Dict'].map(inputPort),
      ...['data:Dataset', 'model:Model', 'any:Artifact', 'secret_key:String'].map(inputPort),
    ],
    outputs: ['text_out:String', 'count_out:Integer', 'items_out:List', 'data_out:Dataset', 'any_out:Artifact'].map(
      port,
    ),
    implementation: { container: { image: 'alpine:3.20', command: ['true'] } },
  },
  strict: {
    name: 'Strict',
    inputs: [{ name: 'text', type: 'String' }],
    implementation: { container: { image: 'alpine:3.20', args: [{ inputValue: 'text' }] } },
  },
  untyped: {
    name: 'Untyped',
    inputs: [{ name: 'value' }],
    implementation: { container: { image: 'alpine:3.20', args: [{ inputValue: 'value' }] } },
  },
  imageless: { name: 'Imageless', implementation: { container: { image: '' } } },
  status: {
    name: 'Status',
    inputs: [{ name: 'status', type: 'PipelineTaskFinalStatus' }],
    implementation: { container: { image: 'alpine:3.20' } },
  },
  broken: { name: 'Broken', implementation: {} },
};

function port(text: string): { readonly [field: string]: YamlTree } {
  const [name = '', type = ''] = text.split(':');
  return { name, type };
}

function inputPort(text: string): YamlTree {
  return { ...port(text), optional: true };
}

/** A task of a small document. It is `t1`, `t2`, … in the order of the list; a component is named without a digest. */
export type SmallTask = Partial<Omit<TaskRecord, 'id' | 'parent'>> & {
  readonly component?: string;
  /** `b1` is the root's body, `b2`, `b3`, … those that groups own. */
  readonly parent?: string;
};

export interface SmallDocument {
  readonly pipeline?: Partial<PipelineRecord>;
  readonly tasks?: readonly SmallTask[];
  readonly groups?: readonly GroupRecord[];
  readonly definitions?: readonly PipelineRecord[];
  /** More components, by name. */
  readonly components?: { readonly [name: string]: YamlTree };
  /** Names by ids that have no record. */
  readonly missing?: { readonly [id: string]: string };
}

/** Builds a document of few records. Ids are given, so that references can be written down. */
export function smallDocument({
  pipeline,
  tasks = [],
  groups = [],
  definitions = [],
  components = {},
  missing = {},
}: SmallDocument): PipelineDocument {
  const root: PipelineRecord = {
    id: 'p1' as PipelineId,
    name: 'small',
    inputs: [],
    outputs: [],
    body: 'b1' as BodyId,
    groupCounter: 1,
    ...pipeline,
  };
  const records = tasks.map(taskRecord);
  const bodies = new Map<BodyId, BodyRecord>();
  const childrenOf = (body: BodyId): BodyRecord['children'] => {
    return [...records, ...groups].filter((node) => node.parent === body).map((node) => node.id);
  };
  for (const { id, body } of [root, ...definitions]) {
    bodies.set(body, { id: body, owner: { kind: 'pipeline', pipeline: id }, children: childrenOf(body) });
  }
  for (const group of groups) {
    for (const body of group.kind === 'branches' ? group.branches.map((branch) => branch.body) : [group.body]) {
      bodies.set(body, { id: body, owner: { kind: 'group', group: group.id }, children: childrenOf(body) });
    }
  }
  return {
    counter: 1000,
    root: root.id,
    pipelines: new Map([root, ...definitions].map((record) => [record.id, record])),
    bodies,
    tasks: new Map(records.map((record) => [record.id, record])),
    groups: new Map(groups.map((group) => [group.id, group])),
    components: new Map(
      Object.entries({ ...COMPONENTS, ...components }).map(([name, spec]) => componentEntry(name, spec)),
    ),
    notes: new Map(),
    layout: new Map(),
    missing: new Map(Object.entries(missing).map(([id, name]) => [id as TaskId, name])),
  };
}

function componentEntry(name: string, spec: YamlTree): readonly [ComponentKey, ComponentRecord] {
  const key = `${name}@000000000000` as ComponentKey;
  return [key, { key, spec }];
}

function taskRecord({ component = 'work', parent = 'b1', ...task }: SmallTask, index: number): TaskRecord {
  return {
    id: `t${index + 1}` as TaskId,
    parent: parent as BodyId,
    name: `task-${index + 1}`,
    target: { kind: 'component', component: `${component}@000000000000` as ComponentKey },
    arguments: {},
    after: [],
    options: {},
    ...task,
  };
}

/** An output of a task. */
export function output(task: string, name: string): Reference {
  return { kind: 'task-output', task: task as TaskId, output: name };
}

/** A pipeline input. */
export function input(name: string): Reference {
  return { kind: 'input', input: name };
}

/** A loop `for-loop-N` with the body `bN`. */
export function loop(number: number, items: Reference, parent = 'b1'): GroupRecord {
  return {
    kind: 'loop',
    id: `g${number}` as GroupId,
    parent: parent as BodyId,
    name: `for-loop-${number}`,
    after: [],
    items: { kind: 'reference', reference: items },
    body: `b${number}` as BodyId,
  };
}

export const STRING: PortType = { kind: 'parameter', parameterType: 'STRING' };
export const INTEGER: PortType = { kind: 'parameter', parameterType: 'NUMBER_INTEGER' };
export const LIST: PortType = { kind: 'parameter', parameterType: 'LIST' };

/** An artifact type of the SDK. */
export function artifact(name: string, isList = false): PortType {
  return { kind: 'artifact', schemaTitle: `system.${name}`, schemaVersion: '0.0.1', isList };
}
