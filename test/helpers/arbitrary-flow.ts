import fc from 'fast-check';
import { checkDocument } from '../../src/analysis/check-document.ts';
import type { LoopItemReference, Reference, TaskOutputReference } from '../../src/model/argument.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { addTask } from '../../src/model/edits/add-task.ts';
import { addBranch, setOneOfOutputs } from '../../src/model/edits/branches.ts';
import { connect } from '../../src/model/edits/connect.ts';
import { addCondition, addExitHandler, addLoop } from '../../src/model/edits/groups.ts';
import { addAfter } from '../../src/model/edits/run-after.ts';
import { setArgument } from '../../src/model/edits/set-argument.ts';
import type { Comparison } from '../../src/model/group.ts';
import type { BodyId, NodeId } from '../../src/model/ids.ts';
import { artifact, input, LIST, STRING, smallDocument } from './small-document.ts';

/** Four numbers that choose what is drawn, where and from what. */
type Step = readonly [kind: number, place: number, first: number, second: number];

const OUTPUTS = ['text_out', 'count_out', 'items_out', 'data_out', 'any_out'];
const PORTS = ['text', 'count', 'items', 'data', 'any', 'options'];

/**
 * A sound document with branches, loops, exit handlers and everything that refers across them. What analysis finds wrong
 * is not drawn, so every step leaves the document sound, but for bodies that get their task at the end.
 */
export const arbitraryFlow: fc.Arbitrary<PipelineDocument> = fc
  .array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { minLength: 20, maxLength: 60 })
  .map((steps) => {
    const inputs = [
      { name: 'mode', type: STRING, default: 'x' },
      { name: 'list', type: LIST },
      { name: 'tables', type: artifact('Dataset', true) },
    ];
    const start = smallDocument({ pipeline: { inputs }, tasks: [{}] });
    return fillBodies(steps.reduce(drawIfSound, start));
  });

function drawIfSound(document: PipelineDocument, step: Step): PipelineDocument {
  const drawn = draw(document, step);
  const problems = checkDocument(fillBodies(drawn)).diagnostics;
  return problems.some(({ severity }) => severity === 'error') ? document : drawn;
}

/** Gives every empty body a task and every exit handler an exit task. */
function fillBodies(document: PipelineDocument): PipelineDocument {
  let filled = document;
  for (const { id, children } of document.bodies.values()) {
    if (children.length === 0) filled = newTask(filled, id).document;
  }
  for (const group of filled.groups.values()) {
    if (group.kind !== 'exit-handler' || group.exitTask !== undefined) continue;
    const { document: next, task } = newTask(filled, group.parent);
    filled = { ...next, groups: new Map(next.groups).set(group.id, { ...group, exitTask: task }) };
  }
  return filled;
}

function newTask(document: PipelineDocument, parent: BodyId) {
  const [component] = document.components.values();
  if (component === undefined) throw new Error('no component');
  return addTask(document, component, { parent });
}

function draw(document: PipelineDocument, [kind, place, first, second]: Step): PipelineDocument {
  const parent = pick([...document.bodies.keys()], place);
  const task = pick([...document.tasks.keys()], place);
  const reference = referenceFor(document, first, second);
  switch (kind % 14) {
    case 0:
    case 1:
      return newTask(document, parent).document;
    case 2:
      return addLoop(document, { kind: 'constant', items: [{ a: 'x', b: ['y'] }] }, { parent }).document;
    case 3:
      return addLoop(document, { kind: 'reference', reference }, { parent }).document;
    case 4:
      return addCondition(document, comparison(reference), { parent }).document;
    case 5: {
      const group = pick([...document.groups.keys()], place);
      return addBranch(document, group, second % 2 === 0 ? undefined : comparison(reference)).document;
    }
    case 6:
      return addExitHandler(document, { parent }).document;
    case 7:
      return withOneOf(document, parent, first);
    case 10:
      return withCollected(document, parent, first);
    case 8:
      return addAfter(document, task, pick<NodeId>([...document.tasks.keys(), ...document.groups.keys()], first))
        .document;
    case 9:
      return setArgument(document, task, 'text', { kind: 'text', parts: ['<', reference, '>', input('mode')] })
        .document;
    default:
      return connect(document, reference, { kind: 'port', task, port: pick(PORTS, second) }).document;
  }
}

function comparison(left: Reference): Comparison {
  return { kind: 'comparison', left, operator: '==', right: { kind: 'value', value: 'x' } };
}

function referenceFor(document: PipelineDocument, first: number, second: number): Reference {
  const task = pick([...document.tasks.keys()], first);
  const loops = [...document.groups.values()].filter(({ kind }) => kind === 'loop');
  const chosen = loops.length === 0 ? undefined : pick(loops, first);
  const item: Reference = chosen ? { kind: 'loop-item', loop: chosen.id } : input('mode');
  const outputs = [...document.groups.values()].flatMap((group) =>
    group.kind === 'branches' ? group.outputs.map(({ name }) => ({ group: group.id, output: name })) : [],
  );
  const output = pick(OUTPUTS, second >> 3);
  switch (second % 8) {
    case 0:
      return input(pick(['mode', 'list', 'tables'], first));
    case 1:
      return item;
    case 2:
      return item.kind === 'loop-item' ? ({ ...item, field: pick(['a', 'b'], first) } as LoopItemReference) : item;
    case 3:
    case 4:
      return { kind: 'collected', task, output };
    case 5:
      return outputs.length === 0 ? input('list') : { kind: 'one-of', ...pick(outputs, first) };
    default:
      return { kind: 'task-output', task, output };
  }
}

/** Branches with a task each, and beside them one that takes a one-of output of theirs. */
function withOneOf(document: PipelineDocument, parent: BodyId, first: number): PipelineDocument {
  const { document: begun, group, body } = addCondition(document, comparison(input('mode')), { parent });
  const other = addBranch(begun, group);
  if (!('body' in other)) return document;
  const one = newTask(other.document, body);
  const two = newTask(one.document, other.body);
  const output = pick(OUTPUTS, first);
  const sources = [one.task, two.task].map((task): TaskOutputReference => ({ kind: 'task-output', task, output }));
  const surfaced = setOneOfOutputs(two.document, group, [{ name: 'oneof-1', sources }]).document;
  return withConsumer(surfaced, parent, { kind: 'one-of', group, output: 'oneof-1' }, pick(PORTS, first));
}

/** A loop with a task, and beside it one that collects its results. */
function withCollected(document: PipelineDocument, parent: BodyId, first: number): PipelineDocument {
  const loop = addLoop(document, { kind: 'constant', items: ['x', 'y'] }, { parent });
  const { document: next, task } = newTask(loop.document, loop.body);
  return withConsumer(next, parent, { kind: 'collected', task, output: pick(OUTPUTS, first) }, 'items');
}

function withConsumer(
  document: PipelineDocument,
  parent: BodyId,
  reference: Reference,
  port: string,
): PipelineDocument {
  const { document: next, task } = newTask(document, parent);
  return connect(next, reference, { kind: 'port', task, port }).document;
}

function pick<Item>(items: readonly Item[], number: number): Item {
  return items[number % items.length] as Item;
}
