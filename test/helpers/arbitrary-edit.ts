import fc from 'fast-check';
import type { Reference } from '../../src/model/argument.ts';
import { componentKeyOf } from '../../src/model/component-key.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { Edit } from '../../src/model/edit.ts';
import { addImporterTask, addPipelineTask, addTask } from '../../src/model/edits/add-task.ts';
import { addBranch, removeBranch, setCondition, setOneOfOutputs } from '../../src/model/edits/branches.ts';
import { connect, disconnect } from '../../src/model/edits/connect.ts';
import { duplicateNodes } from '../../src/model/edits/duplicate-nodes.ts';
import {
  addCondition,
  addExitHandler,
  addLoop,
  setExitTask,
  setLoopItems,
  setParallelism,
} from '../../src/model/edits/groups.ts';
import { insertFragment } from '../../src/model/edits/insert-fragment.ts';
import { moveNodes, setLayout } from '../../src/model/edits/move-nodes.ts';
import { addNote, removeNote, setNote } from '../../src/model/edits/notes.ts';
import { addInput, moveInput, removeInput, renameInput, updateInput } from '../../src/model/edits/pipeline-inputs.ts';
import {
  addOutput,
  moveOutput,
  removeOutput,
  renameOutput,
  updateOutput,
} from '../../src/model/edits/pipeline-outputs.ts';
import { addDefinition, setPipelineSettings } from '../../src/model/edits/pipeline-settings.ts';
import { removeNodes } from '../../src/model/edits/remove-nodes.ts';
import { renameTask, setDisplayName } from '../../src/model/edits/rename-task.ts';
import { moveToBody, reorderNode } from '../../src/model/edits/reorder-node.ts';
import { replaceComponent } from '../../src/model/edits/replace-component.ts';
import { addAfter, removeAfter, setAfter } from '../../src/model/edits/run-after.ts';
import { clearArgument, setArgument } from '../../src/model/edits/set-argument.ts';
import { setTaskOptions } from '../../src/model/edits/set-task-options.ts';
import { copyFragment } from '../../src/model/fragment.ts';
import type { BodyId, GroupId, LayoutKey, NodeId, NoteId, PipelineId, TaskId } from '../../src/model/ids.ts';
import { arbitraryType } from './arbitrary-document.ts';
import { arbitraryOptions } from './arbitrary-options.ts';
import { arbitraryArgument, arbitraryConstant, arbitraryParts, arbitraryText } from './arbitrary-values.ts';

type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;
type Step = (document: PipelineDocument, draw: Draw) => Edit | undefined;

/** A source of random choices from fast-check, so that edits can be drawn against the document they change. */
export const arbitraryDraw: fc.Arbitrary<Draw> = fc.gen().map((generate) => (arbitrary) => generate(() => arbitrary));

/** One random edit of a document; every kind of edit the model has occurs. */
export function drawEdit(document: PipelineDocument, draw: Draw): Edit {
  const name = draw(fc.constantFrom(...Object.keys(STEPS)));
  return STEPS[name]?.(document, draw) ?? addNote(document, document.root, 'a note', { x: 1, y: 2 });
}

function pick<T>(draw: Draw, items: Iterable<T>): T | undefined {
  const all = [...items];
  return all.length === 0 ? undefined : draw(fc.constantFrom(...all));
}

const PORTS = fc.constantFrom('model', 'data', 'score_2', 'items');
const WANTED = fc.constantFrom('Train It', 'train', 'gone-loop', 'report', 'Ünï', 'x y z');
const PORT_WANTED = fc.constantFrom('rows', 'host', 'New Name', 'model', 'data', '!!');
const place = fc.record({ x: fc.double({ min: -500, max: 500, noNaN: true }), y: fc.integer({ min: -500, max: 500 }) });

function pickTask(document: PipelineDocument, draw: Draw): TaskId | undefined {
  return pick(draw, document.tasks.keys());
}

function pickGroup(document: PipelineDocument, draw: Draw, kind: string): GroupId | undefined {
  return pick(
    draw,
    [...document.groups.values()].filter((group) => group.kind === kind).map((group) => group.id),
  );
}

function pickPipeline(document: PipelineDocument, draw: Draw): PipelineId {
  return pick(draw, document.pipelines.keys()) ?? document.root;
}

function pickBody(document: PipelineDocument, draw: Draw): BodyId {
  return pick(draw, document.bodies.keys()) as BodyId;
}

function pickNodes(document: PipelineDocument, draw: Draw): (NodeId | NoteId)[] {
  const all = [...document.tasks.keys(), ...document.groups.keys(), ...document.notes.keys()];
  return all.length === 0 ? [] : draw(fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 3 }));
}

function pickNode(document: PipelineDocument, draw: Draw): NodeId | undefined {
  return pick(draw, [...document.tasks.keys(), ...document.groups.keys()]);
}

/** References of all kinds, most of which the pipeline holds. */
function references(document: PipelineDocument): fc.Arbitrary<Reference> {
  const inputs = [...document.pipelines.values()].flatMap((pipeline) => pipeline.inputs.map((input) => input.name));
  const all: fc.Arbitrary<Reference>[] = [
    fc.constantFrom(...inputs, 'no_such_input').map((input): Reference => ({ kind: 'input', input })),
  ];
  const tasks = [...document.tasks.keys()];
  if (tasks.length > 0) {
    const kind = fc.constantFrom('task-output' as const, 'collected' as const);
    all.push(fc.record({ kind, task: fc.constantFrom(...tasks), output: PORTS }));
  }
  for (const group of document.groups.values()) {
    if (group.kind === 'loop') all.push(fc.constant({ kind: 'loop-item', loop: group.id }));
    if (group.kind === 'branches') all.push(PORTS.map((output) => ({ kind: 'one-of', group: group.id, output })));
  }
  return fc.oneof(...all);
}

function drawCondition(document: PipelineDocument, draw: Draw) {
  const left = draw(references(document));
  return { kind: 'comparison' as const, left, operator: '==' as const, right: { kind: 'value' as const, value: 'x' } };
}

function component(draw: Draw) {
  const name = draw(fc.constantFrom('train', 'new-one'));
  const key = componentKeyOf(name, draw(fc.constantFrom('00', '11')).repeat(6));
  return { key, spec: { name, implementation: { container: { image: 'i' } } } };
}

/** Needs a task; nothing happens where there is none. */
function withTask(step: (document: PipelineDocument, draw: Draw, task: TaskId) => Edit): Step {
  return (document, draw) => {
    const task = pickTask(document, draw);
    return task === undefined ? undefined : step(document, draw, task);
  };
}

function withGroup(
  kind: string,
  step: (document: PipelineDocument, draw: Draw, group: GroupId) => Edit | undefined,
): Step {
  return (document, draw) => {
    const group = pickGroup(document, draw, kind);
    return group === undefined ? undefined : step(document, draw, group);
  };
}

function inputOf(document: PipelineDocument, draw: Draw, pipeline: PipelineId): string {
  return pick(draw, document.pipelines.get(pipeline)?.inputs ?? [])?.name ?? 'no_such_input';
}

function outputOf(document: PipelineDocument, draw: Draw, pipeline: PipelineId): string {
  return pick(draw, document.pipelines.get(pipeline)?.outputs ?? [])?.name ?? 'no_such_output';
}

const STEPS: { readonly [name: string]: Step } = {
  addTask: (document, draw) =>
    addTask(document, component(draw), { name: draw(WANTED), parent: pickBody(document, draw), position: draw(place) }),
  addPipelineTask: (document, draw) => addPipelineTask(document, pickPipeline(document, draw)),
  addImporterTask: (document) =>
    addImporterTask(document, {
      kind: 'importer',
      artifactType: { kind: 'artifact', schemaTitle: 'system.Model', schemaVersion: '0.0.1', isList: false },
      reimport: false,
    }),
  removeNodes: (document, draw) => removeNodes(document, pickNodes(document, draw)),
  renameTask: withTask((document, draw, task) => renameTask(document, task, draw(WANTED))),
  setDisplayName: withTask((document, draw, task) => setDisplayName(document, task, draw(arbitraryText))),
  setArgument: withTask((document, draw, task) =>
    setArgument(document, task, draw(PORTS), draw(arbitraryArgument(references(document)))),
  ),
  clearArgument: withTask((document, draw, task) => clearArgument(document, task, draw(PORTS))),
  connect: withTask((document, draw, task) =>
    connect(document, draw(references(document)), { kind: 'port', task, port: draw(PORTS) }),
  ),
  disconnect: withTask((document, draw, task) => {
    const source = draw(fc.option(references(document), { nil: undefined }));
    return disconnect(document, { kind: 'port', task, port: draw(PORTS) }, source);
  }),
  connectOutput: (document, draw) => {
    const pipeline = pickPipeline(document, draw);
    const end = { kind: 'output' as const, pipeline, output: outputOf(document, draw, pipeline) };
    return draw(fc.boolean()) ? connect(document, draw(references(document)), end) : disconnect(document, end);
  },
  after: (document, draw) => {
    const [node, other] = [pickNode(document, draw), pickNode(document, draw)];
    if (node === undefined || other === undefined) return undefined;
    const kind = draw(fc.constantFrom('set', 'add', 'remove'));
    if (kind === 'set') return setAfter(document, node, [other, node]);
    return kind === 'add' ? addAfter(document, node, other) : removeAfter(document, node, other);
  },
  setTaskOptions: withTask((document, draw, task) =>
    setTaskOptions(document, task, draw(arbitraryOptions(references(document)))),
  ),
  addInput: (document, draw) => {
    const input = { name: draw(PORT_WANTED), type: draw(arbitraryType), default: draw(arbitraryConstant) };
    return addInput(document, pickPipeline(document, draw), input, draw(fc.constantFrom(0, undefined)));
  },
  updateInput: (document, draw) => {
    const pipeline = pickPipeline(document, draw);
    const changes = { description: draw(fc.option(arbitraryText, { nil: undefined })), type: draw(arbitraryType) };
    return updateInput(document, pipeline, inputOf(document, draw, pipeline), changes);
  },
  renameInput: (document, draw) => {
    const pipeline = pickPipeline(document, draw);
    return renameInput(document, pipeline, inputOf(document, draw, pipeline), draw(PORT_WANTED));
  },
  removeInput: (document, draw) => {
    const pipeline = pickPipeline(document, draw);
    return removeInput(document, pipeline, inputOf(document, draw, pipeline));
  },
  moveInput: (document, draw) => {
    const pipeline = pickPipeline(document, draw);
    return moveInput(document, pipeline, inputOf(document, draw, pipeline), draw(fc.nat({ max: 5 })));
  },
  addOutput: (document, draw) =>
    addOutput(document, pickPipeline(document, draw), { name: draw(PORT_WANTED), type: draw(arbitraryType) }),
  updateOutput: (document, draw) => {
    const pipeline = pickPipeline(document, draw);
    return updateOutput(document, pipeline, outputOf(document, draw, pipeline), { description: draw(arbitraryText) });
  },
  renameOutput: (document, draw) => {
    const pipeline = pickPipeline(document, draw);
    return renameOutput(document, pipeline, outputOf(document, draw, pipeline), draw(PORT_WANTED));
  },
  removeOutput: (document, draw) => {
    const pipeline = pickPipeline(document, draw);
    return removeOutput(document, pipeline, outputOf(document, draw, pipeline));
  },
  moveOutput: (document, draw) => {
    const pipeline = pickPipeline(document, draw);
    return moveOutput(document, pipeline, outputOf(document, draw, pipeline), draw(fc.nat({ max: 5 })));
  },
  setPipelineSettings: (document, draw) =>
    setPipelineSettings(document, pickPipeline(document, draw), {
      name: draw(WANTED),
      description: draw(fc.option(arbitraryText, { nil: undefined })),
    }),
  addDefinition: (document, draw) => addDefinition(document, draw(WANTED)),
  moveNodes: (document, draw) => {
    const keys: LayoutKey[] = [...pickNodes(document, draw), `inputs:${document.root}`];
    return moveNodes(document, new Map(keys.map((key) => [key, draw(place)])));
  },
  setLayout: (document, draw) =>
    setLayout(document, pickNode(document, draw) ?? `outputs:${document.root}`, {
      ...draw(place),
      width: 20.4,
      collapsed: true,
    }),
  note: (document, draw) => {
    const note = pick(draw, document.notes.keys());
    if (note === undefined || draw(fc.boolean()))
      return addNote(document, pickPipeline(document, draw), draw(arbitraryText));
    return draw(fc.boolean()) ? setNote(document, note, draw(arbitraryText)) : removeNote(document, note);
  },
  reorderNode: (document, draw) => {
    const node = pickNode(document, draw);
    return node === undefined ? undefined : reorderNode(document, node, draw(fc.nat({ max: 4 })));
  },
  moveToBody: (document, draw) =>
    moveToBody(
      document,
      pickNodes(document, draw).filter((id): id is NodeId => !document.notes.has(id as NoteId)),
      pickBody(document, draw),
    ),
  replaceComponent: withTask((document, draw, task) =>
    replaceComponent(document, task, component(draw), { inputs: ['model', 'data'], outputs: ['model'] }),
  ),
  duplicateNodes: (document, draw) => duplicateNodes(document, pickNodes(document, draw), draw(place)),
  paste: (document, draw) =>
    insertFragment(document, copyFragment(document, pickNodes(document, draw)), { parent: pickBody(document, draw) }),
  addLoop: (document, draw) => {
    const nodes = pickNodes(document, draw).filter((id): id is NodeId => !document.notes.has(id as NoteId));
    return addLoop(
      document,
      { kind: 'constant', items: draw(fc.array(arbitraryConstant, { maxLength: 2 })) },
      { nodes },
    );
  },
  addCondition: (document, draw) => {
    const condition = {
      kind: 'comparison' as const,
      left: { kind: 'value' as const, value: 1 },
      operator: '<' as const,
      right: { kind: 'value' as const, value: 2 },
    };
    return addCondition(document, condition, { parent: pickBody(document, draw), position: draw(place) });
  },
  addExitHandler: (document, draw) => addExitHandler(document, { parent: pickBody(document, draw) }),
  addBranch: withGroup('branches', (document, draw, group) =>
    addBranch(
      document,
      group,
      draw(fc.constantFrom(undefined, { kind: 'raw' as const, text: 'a == 1', references: [] })),
    ),
  ),
  removeBranch: withGroup('branches', (document, draw, id) => {
    const group = document.groups.get(id);
    const branch = group?.kind === 'branches' ? pick(draw, group.branches) : undefined;
    return branch === undefined ? undefined : removeBranch(document, id, branch.body);
  }),
  setCondition: withGroup('branches', (document, draw, id) => {
    const group = document.groups.get(id);
    const branch = group?.kind === 'branches' ? pick(draw, group.branches) : undefined;
    return branch === undefined ? undefined : setCondition(document, id, branch.body, drawCondition(document, draw));
  }),
  setOneOfOutputs: withGroup('branches', (document, draw, id) => {
    const source = draw(references(document));
    const sources = source.kind === 'task-output' ? [source] : [];
    return setOneOfOutputs(document, id, [{ name: draw(PORTS), sources }]);
  }),
  setLoopItems: withGroup('loop', (document, draw, id) =>
    setLoopItems(
      document,
      id,
      draw(fc.boolean())
        ? { kind: 'constant', items: [1] }
        : { kind: 'reference', reference: draw(references(document)) },
    ),
  ),
  setParallelism: withGroup('loop', (document, draw, id) =>
    setParallelism(document, id, draw(fc.constantFrom(undefined, 0, 3))),
  ),
  setExitTask: withGroup('exit-handler', (document, draw, id) => setExitTask(document, id, pickTask(document, draw))),
  setText: withTask((document, draw, task) =>
    setArgument(document, task, draw(PORTS), { kind: 'text', parts: draw(arbitraryParts(references(document))) }),
  ),
};
