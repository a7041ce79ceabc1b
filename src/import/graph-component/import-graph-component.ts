import { entryOf, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import { keepOriginal, withKept } from '../../compile/graph-component/kept.ts';
import {
  createGraphWriter,
  ENTRY_NESTED,
  type GraphWriter,
  graphScope,
  HEAD_NESTED,
  writeHead,
} from '../../compile/graph-component/write-graph-component.ts';
import { writeInput, writeOutput } from '../../compile/graph-component/write-port.ts';
import { writeTask } from '../../compile/graph-component/write-task.ts';
import type { PipelineDocument, TaskRecord } from '../../model/document.ts';
import type { PipelineId } from '../../model/ids.ts';
import { pipelineRecord } from '../../model/lookups.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { sanitiseTaskName } from '../../model/sanitise-names.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { ImportedDocument, ImportNote } from '../import-result.ts';
import { createGraphReading, type GraphReading, type OriginalPipeline } from './graph-reading.ts';
import { readGraph } from './read-graph.ts';

/** KFP SDK: longer names of pipelines are refused. */
const LONGEST_NAME = 128;

/**
 * Makes an editable document of a v1 component with a graph (Tangle, Cloud Pipelines). Compiled back into a graph
 * component it is equal: what the model has no place for stands in the records' unknown fields.
 */
export function importGraphComponent(tree: YamlTree): Result<ImportedDocument, readonly ImportNote[]> {
  if (!isTreeMap(tree) || !isTreeMap(entryOf(entryOf(tree, 'implementation'), 'graph'))) {
    return failure([{ code: 'graph-without-tasks', values: {} }]);
  }
  const reading = createGraphReading();
  const title = entryOf(tree, 'name');
  const name = sanitiseTaskName(typeof title === 'string' ? title : '').slice(0, LONGEST_NAME);
  const root = readGraph(reading, tree, name.replace(/-+$/, '') || 'pipeline', 0);
  return success({ document: keepOriginals(reading, root), notKept: reading.notKept });
}

/** Innermost pipelines first, because what is kept of a task depends on what its pipeline is written as. */
function keepOriginals(reading: GraphReading, root: PipelineId): PipelineDocument {
  const { counter, pipelines, bodies, tasks, groups, components, notes, layout, missing } = reading;
  const document: PipelineDocument = {
    counter: counter.counter,
    root,
    pipelines,
    bodies,
    tasks,
    groups,
    components,
    notes,
    layout,
    missing,
  };
  const writer = createGraphWriter(document);
  for (const [id, original] of reading.originals) keepPipeline(reading, writer, id, original);
  return document;
}

function keepPipeline(reading: GraphReading, writer: GraphWriter, id: PipelineId, original: OriginalPipeline): void {
  const { document } = writer;
  const pipeline = pipelineRecord(document, id);
  const [inputsAt, outputsAt] = [document.layout.get(`inputs:${id}`), document.layout.get(`outputs:${id}`)];
  const named = {
    ...pipeline,
    inputs: pipeline.inputs.map((input, index) => {
      const kept = keepOriginal(original.inputs[index] ?? {}, writeInput(input, inputsAt, index), ENTRY_NESTED);
      return { ...input, ...withKept(kept) };
    }),
    outputs: pipeline.outputs.map((output, index) => {
      const kept = keepOriginal(original.outputs[index] ?? {}, writeOutput(output, outputsAt, index), ENTRY_NESTED);
      return { ...output, ...withKept(kept) };
    }),
  };
  // Ports come first: tasks and outputs name them as they were called.
  reading.pipelines.set(id, named);
  const scope = graphScope(document, id);
  const head = keepOriginal(withoutParts(original.spec), writeHead(scope, named), HEAD_NESTED);
  reading.pipelines.set(id, { ...named, ...withKept(head) });
  for (const { id: taskId, spec } of original.tasks) {
    const task = reading.tasks.get(taskId) as TaskRecord;
    const kept = keepOriginal(spec, writeTask(scope, task, writer.component), ENTRY_NESTED);
    reading.tasks.set(taskId, { ...task, ...withKept(kept) });
  }
}

/** What of a graph component belongs to none of its ports and tasks. Empty lists of ports are kept as they stand. */
function withoutParts(spec: TreeMap): TreeMap {
  const { inputs, outputs, implementation, ...rest } = spec;
  const graph = entryOf(implementation, 'graph');
  const { tasks: _tasks, ...graphRest } = isTreeMap(graph) ? graph : {};
  return {
    ...rest,
    ...(isFilled(inputs) || inputs === undefined ? {} : { inputs }),
    ...(isFilled(outputs) || outputs === undefined ? {} : { outputs }),
    implementation: { ...(isTreeMap(implementation) ? implementation : {}), graph: graphRest },
  };
}

function isFilled(tree: YamlTree | undefined): boolean {
  return Array.isArray(tree) && tree.length > 0;
}
