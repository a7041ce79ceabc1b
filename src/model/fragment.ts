import type { PipelineDocument, PipelineRecord } from './document.ts';
import type { BodyId, ComponentKey, GroupId, NodeId, NoteId, PipelineId, TaskId } from './ids.ts';
import {
  bodiesOfGroup,
  bodyRecord,
  isTask,
  nodeRecord,
  nodesBelow,
  nodesOfPipeline,
  pipelineOfNode,
  pipelineRecord,
} from './lookups.ts';
import { newBodyId, newPipelineId } from './new-ids.ts';
import { referencesOfGroup, referencesOfTask } from './record-references.ts';
import { nodeOfReference } from './references.ts';

/**
 * What the clipboard holds: a small document whose root body has the copied nodes. Tasks and groups outside the
 * selection that are referred to are `missing` ones of their name; of the pipeline's inputs those in use come along.
 */
export type Fragment = PipelineDocument;

type Parts = { -readonly [Key in keyof PipelineDocument]: PipelineDocument[Key] };

/** Copies tasks, groups with all they hold, and notes of one pipeline, with the components and definitions they use. */
export function copyFragment(document: PipelineDocument, ids: readonly (NodeId | NoteId)[]): Fragment {
  const nodes = ids.filter((id): id is NodeId => nodeRecord(document, id as NodeId) !== undefined);
  const notes = ids.filter((id): id is NoteId => document.notes.has(id as NoteId));
  const pipeline = homeOf(document, nodes, notes);
  const top = topmostInOrder(document, pipeline, new Set(nodes));
  const parts = startFragment(document, pipeline, top);
  const taken = new Set<NodeId>();
  for (const id of top) takeNode(document, parts, id, taken);
  keepRoot(document, parts, pipeline, taken);
  for (const id of notes) {
    const note = document.notes.get(id);
    if (note !== undefined) parts.notes = new Map(parts.notes).set(id, { ...note, pipeline: parts.root });
  }
  copyLayout(document, parts);
  return parts;
}

function homeOf(document: PipelineDocument, nodes: readonly NodeId[], notes: readonly NoteId[]): PipelineId {
  const [node] = nodes;
  const [note] = notes;
  const fromNode = node === undefined ? undefined : pipelineOfNode(document, node);
  const fromNote = note === undefined ? undefined : document.notes.get(note)?.pipeline;
  return fromNode ?? fromNote ?? document.root;
}

/** The selected nodes that stand in no other selected group, in the pipeline's order. */
function topmostInOrder(
  document: PipelineDocument,
  pipeline: PipelineId,
  selected: ReadonlySet<NodeId>,
): readonly NodeId[] {
  const inside = new Set<NodeId>();
  const top: NodeId[] = [];
  for (const node of nodesOfPipeline(document, pipeline)) {
    if (!selected.has(node.id) || inside.has(node.id)) continue;
    top.push(node.id);
    if (isTask(node)) continue;
    for (const body of bodiesOfGroup(node)) for (const inner of nodesBelow(document, body)) inside.add(inner.id);
  }
  return top;
}

function startFragment(document: PipelineDocument, pipeline: PipelineId, top: readonly NodeId[]): Parts {
  const counter = { counter: document.counter };
  const root = newPipelineId(counter);
  const body = newBodyId(counter);
  const record: PipelineRecord = {
    id: root,
    name: 'fragment',
    inputs: [],
    outputs: [],
    body,
    groupCounter: pipelineRecord(document, pipeline).groupCounter,
  };
  return {
    counter: counter.counter,
    root,
    pipelines: new Map([[root, record]]),
    bodies: new Map([[body, { id: body, owner: { kind: 'pipeline', pipeline: root }, children: top }]]),
    tasks: new Map(),
    groups: new Map(),
    components: new Map(),
    notes: new Map(),
    layout: new Map(),
    missing: new Map(),
  };
}

/** Copies a node that stands at the top of the fragment, and everything in it. */
function takeNode(document: PipelineDocument, parts: Parts, id: NodeId, taken: Set<NodeId>): void {
  const body = pipelineRecord(parts, parts.root).body;
  const tasks = new Map(parts.tasks);
  const groups = new Map(parts.groups);
  const bodies = new Map(parts.bodies);
  const visit = (node: NodeId, parent: BodyId): void => {
    taken.add(node);
    const task = document.tasks.get(node as TaskId);
    if (task !== undefined) tasks.set(task.id, parent === task.parent ? task : { ...task, parent });
    const group = document.groups.get(node as GroupId);
    if (group === undefined) return;
    groups.set(group.id, parent === group.parent ? group : { ...group, parent });
    for (const inner of bodiesOfGroup(group)) {
      const record = bodyRecord(document, inner);
      bodies.set(inner, record);
      for (const child of record.children) visit(child, inner);
    }
  };
  visit(id, body);
  Object.assign(parts, { tasks, groups, bodies });
}

/** Brings along what the copied nodes refer to: inputs, names of nodes outside, definitions, components. */
function keepRoot(document: PipelineDocument, parts: Parts, pipeline: PipelineId, taken: ReadonlySet<NodeId>): void {
  const inputs = new Set<string>();
  const missing = new Map(parts.missing);
  const outside = (node: NodeId): void => {
    if (taken.has(node)) return;
    const name = nodeRecord(document, node)?.name ?? document.missing.get(node);
    if (name !== undefined) missing.set(node, name);
  };
  for (const node of nodesOfPipeline(parts, parts.root)) {
    node.after.forEach(outside);
    if (!isTask(node) && node.kind === 'exit-handler' && node.exitTask !== undefined) outside(node.exitTask);
    for (const reference of isTask(node) ? referencesOfTask(node) : referencesOfGroup(node)) {
      if (reference.kind === 'input') inputs.add(reference.input);
      const used = nodeOfReference(reference);
      if (used !== undefined) outside(used);
    }
  }
  const root = pipelineRecord(parts, parts.root);
  const kept = pipelineRecord(document, pipeline).inputs.filter((input) => inputs.has(input.name));
  parts.pipelines = new Map(parts.pipelines).set(root.id, { ...root, inputs: kept });
  parts.missing = missing;
  keepDefinitions(document, parts);
  keepComponents(document, parts);
}

function keepDefinitions(document: PipelineDocument, parts: Parts): void {
  const pipelines = new Map(parts.pipelines);
  const bodies = new Map(parts.bodies);
  const tasks = new Map(parts.tasks);
  const groups = new Map(parts.groups);
  const missing = new Map(parts.missing);
  const queue = [...parts.tasks.values()];
  for (let task = queue.pop(); task !== undefined; task = queue.pop()) {
    if (task.target.kind !== 'pipeline' || pipelines.has(task.target.pipeline)) continue;
    const definition = document.pipelines.get(task.target.pipeline);
    if (definition === undefined) continue;
    pipelines.set(definition.id, definition);
    bodies.set(definition.body, bodyRecord(document, definition.body));
    for (const node of nodesBelow(document, definition.body)) {
      if (isTask(node)) {
        tasks.set(node.id, node);
        queue.push(node);
        continue;
      }
      groups.set(node.id, node);
      for (const body of bodiesOfGroup(node)) bodies.set(body, bodyRecord(document, body));
    }
    for (const [id, name] of document.missing) missing.set(id, name);
  }
  Object.assign(parts, { pipelines, bodies, tasks, groups, missing });
}

function keepComponents(document: PipelineDocument, parts: Parts): void {
  const keys = new Set<ComponentKey>();
  for (const task of parts.tasks.values()) if (task.target.kind === 'component') keys.add(task.target.component);
  const components = new Map(parts.components);
  for (const key of keys) {
    const component = document.components.get(key);
    if (component !== undefined) components.set(key, component);
  }
  parts.components = components;
}

function copyLayout(document: PipelineDocument, parts: Parts): void {
  const layout = new Map(parts.layout);
  for (const [key, record] of document.layout) {
    const pipeline = /^(?:inputs|outputs):(.*)$/.exec(key)?.[1] as PipelineId | undefined;
    const node = parts.tasks.has(key as TaskId) || parts.groups.has(key as GroupId) || parts.notes.has(key as NoteId);
    if (node || (pipeline !== undefined && parts.pipelines.has(pipeline))) layout.set(key, record);
  }
  parts.layout = layout;
}
