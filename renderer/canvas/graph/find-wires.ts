import { interfaceOfRecord } from '../../../src/analysis/task-interface.ts';
import type { Reference } from '../../../src/model/argument.ts';
import type { PipelineDocument, PipelineRecord, TaskRecord } from '../../../src/model/document.ts';
import type { LayoutKey } from '../../../src/model/ids.ts';
import { isTask, nodesOfPipeline } from '../../../src/model/lookups.ts';
import { nodeOfReference, referencesOf } from '../../../src/model/references.ts';
import { AFTER_IN, AFTER_OUT, handleOf } from '../geometry/node-size.ts';
import { type EdgeKey, edgeIdOf } from './edge-id.ts';
import { lookOfType, type PortLook } from './port-look.ts';

/** A wire with its two ends as the canvas has them. */
export interface Wire {
  readonly id: string;
  readonly key: EdgeKey;
  readonly source: LayoutKey;
  readonly sourceHandle: string;
  readonly target: LayoutKey;
  readonly targetHandle: string;
  readonly look: PortLook | 'after';
}

/** An input that feeds more ports than this is shown as a chip at each port: more wires would say less. */
const WIRES_PER_INPUT = 2;

/** Every wire of a pipeline, in document order. References to what is not there have none; they are diagnostics. */
export function findWires(document: PipelineDocument, pipeline: PipelineRecord): readonly Wire[] {
  const chips = inputsShownAsChips(document, pipeline);
  const wires: Wire[] = [];
  for (const node of nodesOfPipeline(document, pipeline.id)) {
    if (isTask(node)) wires.push(...wiresIntoTask(document, pipeline, node, chips));
    for (const upstream of node.after) {
      if (document.tasks.has(upstream as never) || document.groups.has(upstream as never)) {
        wires.push(afterWire({ kind: 'after', node: node.id, upstream }));
      }
    }
  }
  for (const output of pipeline.outputs) {
    if (output.source === undefined) continue;
    const end = sourceEnd(document, pipeline, output.source);
    const key = { kind: 'output', pipeline: pipeline.id, output: output.name } as const;
    const target = { target: `outputs:${pipeline.id}` as LayoutKey, targetHandle: handleOf('in', output.name) };
    if (end !== undefined) wires.push({ id: edgeIdOf(key), key, ...end, ...target, look: lookOfType(output.type) });
  }
  return wires;
}

function wiresIntoTask(
  document: PipelineDocument,
  pipeline: PipelineRecord,
  task: TaskRecord,
  chips: ReadonlySet<string>,
): readonly Wire[] {
  const wires: Wire[] = [];
  const ports = interfaceOfRecord(document, task);
  for (const [port, argument] of Object.entries(task.arguments)) {
    referencesOf(argument).forEach((reference, index) => {
      if (reference.kind === 'input' && chips.has(reference.input)) return;
      const end = sourceEnd(document, pipeline, reference);
      const type = ports.inputs.find((input) => input.id === port)?.type;
      if (end === undefined || type === undefined) return;
      const key = { kind: 'argument', task: task.id, port, index } as const;
      wires.push({
        id: edgeIdOf(key),
        key,
        ...end,
        target: task.id,
        targetHandle: handleOf('in', port),
        look: lookOfType(type),
      });
    });
  }
  return wires;
}

function sourceEnd(
  document: PipelineDocument,
  pipeline: PipelineRecord,
  reference: Reference,
): { readonly source: LayoutKey; readonly sourceHandle: string } | undefined {
  if (reference.kind === 'input') {
    const known = pipeline.inputs.some((input) => input.name === reference.input);
    return known ? { source: `inputs:${pipeline.id}`, sourceHandle: handleOf('out', reference.input) } : undefined;
  }
  if (reference.kind !== 'task-output' && reference.kind !== 'collected') return undefined;
  const node = nodeOfReference(reference);
  const task = node === undefined ? undefined : document.tasks.get(node as TaskRecord['id']);
  const hasPort =
    task !== undefined && interfaceOfRecord(document, task).outputs.some((port) => port.id === reference.output);
  return hasPort ? { source: task.id, sourceHandle: handleOf('out', reference.output) } : undefined;
}

function afterWire(key: EdgeKey & { readonly kind: 'after' }): Wire {
  return {
    id: edgeIdOf(key),
    key,
    source: key.upstream,
    sourceHandle: AFTER_OUT,
    target: key.node,
    targetHandle: AFTER_IN,
    look: 'after',
  };
}

const chipInputs = new WeakMap<PipelineDocument, Map<string, ReadonlySet<string>>>();

/** The inputs of a pipeline that feed so many ports that chips show them. */
export function inputsShownAsChips(document: PipelineDocument, pipeline: PipelineRecord): ReadonlySet<string> {
  let byPipeline = chipInputs.get(document);
  if (byPipeline === undefined) {
    byPipeline = new Map();
    chipInputs.set(document, byPipeline);
  }
  let found = byPipeline.get(pipeline.id);
  if (found === undefined) {
    found = countChips(document, pipeline);
    byPipeline.set(pipeline.id, found);
  }
  return found;
}

function countChips(document: PipelineDocument, pipeline: PipelineRecord): ReadonlySet<string> {
  const uses = new Map<string, number>();
  for (const node of nodesOfPipeline(document, pipeline.id)) {
    if (!isTask(node)) continue;
    for (const argument of Object.values(node.arguments)) {
      for (const reference of referencesOf(argument)) {
        if (reference.kind === 'input') uses.set(reference.input, (uses.get(reference.input) ?? 0) + 1);
      }
    }
  }
  return new Set([...uses].filter(([, count]) => count > WIRES_PER_INPUT).map(([name]) => name));
}
