import type { TreeMap } from '../../catalog/tree.ts';
import type { Argument, Reference } from '../../model/argument.ts';
import type {
  ComponentRecord,
  LayoutRecord,
  NoteRecord,
  PipelineInput,
  PipelineOutput,
  TaskTarget,
} from '../../model/document.ts';
import type { BodyId, ComponentKey, LayoutKey, NoteId, PipelineId, TaskId } from '../../model/ids.ts';
import { type IdCounter, newBodyId, newPipelineId, newTaskId } from '../../model/new-ids.ts';
import { sanitiseTaskName, uniqueName } from '../../model/sanitise-names.ts';
import type { SentenceValues } from '../../words/sentence.ts';
import type { ImportNote } from '../import-result.ts';
import type { ElyraFile, ElyraNode, ElyraPipeline } from './elyra-shape.ts';

/** A document while it is read from an Elyra pipeline. */
export interface ElyraReading {
  readonly file: ElyraFile;
  /** Texts of components by where they were found. */
  readonly componentTexts: ReadonlyMap<string, string>;
  readonly counter: IdCounter;
  readonly components: Map<ComponentKey, ComponentRecord>;
  readonly notes: Map<NoteId, NoteRecord>;
  readonly layout: Map<LayoutKey, LayoutRecord>;
  readonly notKept: ImportNote[];
  readonly defaults: TreeMap;
  /** Pipelines that are tasks of others, with the root first. */
  readonly opened: OpenPipeline[];
  /** Where each node stands. */
  readonly owners: Map<string, OpenPipeline>;
  readonly names: Set<string>;
}

/** A pipeline whose tasks are known and whose wires are being read. */
export interface OpenPipeline {
  readonly id: PipelineId;
  readonly body: BodyId;
  readonly name: string;
  readonly title: string;
  readonly elyra: ElyraPipeline;
  /** The super node that it stands in. */
  readonly parent?: { readonly pipeline: OpenPipeline; readonly node: string };
  readonly tasks: Map<string, OpenTask>;
  readonly taskNames: Set<string>;
  readonly inputs: Map<string, PipelineInput>;
  readonly outputs: Map<string, PipelineOutput>;
}

/** A node as a task. */
export interface OpenTask {
  readonly id: TaskId;
  readonly name: string;
  readonly node: ElyraNode;
  readonly child?: OpenPipeline;
  target: TaskTarget;
  readonly arguments: Map<string, Argument>;
}

/** Notes something that is lost or that has to be done by hand. */
export function noteLoss(reading: ElyraReading, code: string, values: SentenceValues = {}): void {
  reading.notKept.push({ code, values });
}

/** Opens a pipeline and those in its super nodes. One that stands in itself or twice is noted. */
export function openPipeline(
  reading: ElyraReading,
  elyra: ElyraPipeline,
  title: string,
  parent?: OpenPipeline['parent'],
): OpenPipeline {
  const wanted = sanitiseTaskName(title).slice(0, 128).replace(/-$/, '') || 'pipeline';
  const name = uniqueName(wanted, (taken) => parent !== undefined && reading.names.has(taken));
  if (parent !== undefined) reading.names.add(name);
  const open: OpenPipeline = {
    id: newPipelineId(reading.counter),
    body: newBodyId(reading.counter),
    name,
    title,
    elyra,
    ...(parent === undefined ? {} : { parent }),
    tasks: new Map(),
    taskNames: new Set(),
    inputs: new Map(),
    outputs: new Map(),
  };
  reading.opened.push(open);
  for (const node of elyra.nodes) if (node.kind !== 'other') openTask(reading, open, node);
  return open;
}

function openTask(reading: ElyraReading, open: OpenPipeline, node: ElyraNode): void {
  if (reading.owners.has(node.id)) {
    noteLoss(reading, 'elyra-node-twice', { task: node.label });
    return;
  }
  reading.owners.set(node.id, open);
  const name = uniqueName(sanitiseTaskName(node.label) || 'node', (candidate) => open.taskNames.has(candidate));
  open.taskNames.add(name);
  const id = newTaskId(reading.counter);
  if (node.place !== undefined) reading.layout.set(id, { x: node.place.x, y: node.place.y });
  const child = node.kind === 'super' ? openChild(reading, open, node) : undefined;
  const target: TaskTarget =
    child === undefined
      ? { kind: 'missing-pipeline', name: sanitiseTaskName(node.label) || 'node' }
      : { kind: 'pipeline', pipeline: child.id };
  const task = { id, name, node, target, arguments: new Map(), ...(child === undefined ? {} : { child }) };
  open.tasks.set(node.id, task);
}

function openChild(reading: ElyraReading, open: OpenPipeline, node: ElyraNode): OpenPipeline | undefined {
  const elyra = node.subflow === undefined ? undefined : reading.file.pipelines.get(node.subflow);
  const isOpen = elyra !== undefined && reading.opened.some((other) => other.elyra === elyra);
  if (elyra === undefined || isOpen) {
    noteLoss(reading, 'elyra-super-node', { task: node.label });
    return undefined;
  }
  return openPipeline(reading, elyra, node.label, { pipeline: open, node: node.id });
}

/** A reference to a task's output. */
export function outputOf(task: OpenTask, output: string): Reference {
  return { kind: 'task-output', task: task.id, output };
}
