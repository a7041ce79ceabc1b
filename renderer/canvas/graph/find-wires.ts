import { interfaceOfRecord } from '../../../src/analysis/task-interface.ts';
import type { PipelineDocument, PipelineRecord, TaskRecord } from '../../../src/model/document.ts';
import { isTask, nodeRecord, nodesOfPipeline } from '../../../src/model/lookups.ts';
import { referencesOf } from '../../../src/model/references.ts';
import { handleOf } from '../geometry/node-size.ts';
import { createWire, type Wire } from './create-wire.ts';
import { findGroupWires } from './find-group-wires.ts';
import { lookOfType } from './port-look.ts';
import { createWireEnds, type WireEnd, type WireEnds } from './wire-ends.ts';

/** An input that feeds more ports than this is shown as a chip at each port: more wires would say less. */
const WIRES_PER_INPUT = 2;

/** Every wire of a pipeline, in document order. References to what is not there have none; they are diagnostics. */
export function findWires(document: PipelineDocument, pipeline: PipelineRecord): readonly Wire[] {
  const chips = inputsShownAsChips(document, pipeline);
  const ends = createWireEnds(document, pipeline);
  const wiring = { document, pipeline: pipeline.id, ends };
  const wires: (Wire | undefined)[] = [];
  for (const node of nodesOfPipeline(document, pipeline.id)) {
    wires.push(...(isTask(node) ? wiresIntoTask(document, node, chips, ends) : findGroupWires(wiring, node)));
    for (const upstream of node.after) {
      if (nodeRecord(document, upstream) === undefined) continue;
      const key = { kind: 'after', node: node.id, upstream } as const;
      wires.push(createWire(key, ends.after(upstream, 'out'), ends.after(node.id, 'in'), 'after'));
    }
  }
  for (const output of pipeline.outputs) {
    if (output.source === undefined) continue;
    const key = { kind: 'output', pipeline: pipeline.id, output: output.name } as const;
    const target: WireEnd = { node: `outputs:${pipeline.id}`, handle: handleOf('in', output.name) };
    wires.push(createWire(key, ends.source(output.source), target, lookOfType(output.type), output.source));
  }
  return wires.filter((wire) => wire !== undefined);
}

function wiresIntoTask(
  document: PipelineDocument,
  task: TaskRecord,
  chips: ReadonlySet<string>,
  ends: WireEnds,
): readonly (Wire | undefined)[] {
  const ports = interfaceOfRecord(document, task);
  return Object.entries(task.arguments).flatMap(([port, argument]) => {
    const type = ports.inputs.find((input) => input.id === port)?.type;
    if (type === undefined) return [];
    const target = ends.target(task.id, handleOf('in', port));
    return referencesOf(argument).map((reference, index) => {
      if (reference.kind === 'input' && chips.has(reference.input)) return undefined;
      const key = { kind: 'argument', task: task.id, port, index } as const;
      return createWire(key, ends.source(reference), target, lookOfType(type), reference);
    });
  });
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
