import { entryOf, isTreeList, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import type { BodyId, NodeId } from '../../model/ids.ts';
import { type Frame, noteLoss, type PipelineNames, type Value, type Wait } from './argo-reading.ts';
import { readCall } from './read-call.ts';
import { mapsOf, textOf, textsOf } from './tree-fields.ts';

/** Reads the tasks of a DAG or steps template into a body. */
export function readBody(
  names: PipelineNames,
  body: BodyId,
  template: TreeMap,
  meanings: ReadonlyMap<string, Value>,
): Frame {
  const frame: Frame = { names, body, children: [], meanings, done: new Map() };
  const { reading } = names;
  reading.open.push(textOf(template, 'name') ?? '');
  if (isTreeMap(entryOf(template, 'dag'))) readDag(frame, template);
  else readSteps(frame, template);
  reading.open.pop();
  return frame;
}

/** Tasks in an order in which each stands behind those it waits for. */
function readDag(frame: Frame, template: TreeMap): void {
  const waiting = new Map(mapsOf(entryOf(template, 'dag'), 'tasks').map((task) => [textOf(task, 'name') ?? '', task]));
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, task]) => upstreamOf(task).every((name) => !waiting.has(name)));
    if (ready.length === 0) {
      noteLoss(frame.names.reading, 'argo-cycle', { tasks: [...waiting.keys()] });
      return;
    }
    for (const [name, task] of ready) {
      waiting.delete(name);
      readCall(frame, task, waitOf(frame, task), { readBody });
    }
  }
}

/** Everything a task names as before it, by `dependencies`, `depends` or in what it is given. */
function upstreamOf(task: TreeMap): readonly string[] {
  const marks = [...JSON.stringify(task).matchAll(/\btasks\.([\w-]+)\./g)].map(([, name]) => name ?? '');
  return [...textsOf(task, 'dependencies'), ...namesInDepends(textOf(task, 'depends') ?? ''), ...marks];
}

function namesInDepends(text: string): readonly string[] {
  return [...text.matchAll(/[\w-]+(?:\.\w+)?/g)].map(([name]) => name.split('.')[0] ?? '');
}

function waitOf(frame: Frame, task: TreeMap): Wait {
  const depends = textOf(task, 'depends') ?? '';
  const anyway = /\.(?:Failed|Errored|AllFailed)\b/.test(depends);
  const plain = depends.replace(/\([^()]*\)/g, (group) =>
    /^\((?:([\w-]+)\.\w+(?: \|\| )?)+\)$/.test(group) ? '' : group,
  );
  if (/\|\||!/.test(plain))
    noteLoss(frame.names.reading, 'argo-depends', { task: textOf(task, 'name') ?? '', text: depends });
  const names = new Set([...textsOf(task, 'dependencies'), ...namesInDepends(depends)]);
  const after = [...names].flatMap((name) => frame.done.get(name)?.node ?? []);
  return { after: [...new Set(after)], anyway };
}

/** Each list of steps waits for the whole list before it. */
function readSteps(frame: Frame, template: TreeMap): void {
  const groups = entryOf(template, 'steps');
  let before: readonly NodeId[] = [];
  for (const group of isTreeList(groups) ? groups : []) {
    const steps = isTreeList(group) ? group.filter(isTreeMap) : isTreeMap(group) ? [group] : [];
    const nodes = steps.flatMap((step) => readCall(frame, step, { after: before, anyway: false }, { readBody }) ?? []);
    if (nodes.length > 0) before = nodes;
  }
}
