import { entryOf, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import { type FileEntry, fields, treeNode } from '../../file/file-node.ts';
import { entryLines } from '../../file/write-text.ts';
import type { PipelineDocument, PipelineRecord } from '../../model/document.ts';
import type { PipelineId } from '../../model/ids.ts';
import { pipelineRecord, tasksOfPipeline } from '../../model/lookups.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { keptOf, restoreOriginal } from './kept.ts';
import { rawNameAtPipeline, taskIdsOf } from './names.ts';
import { type GraphScope, writeReference } from './write-argument.ts';
import { writeStickyNotes } from './write-notes.ts';
import { writeInput, writeOutput } from './write-port.ts';
import { writeTask } from './write-task.ts';

/** Makes graph components of the pipelines of one document, each once. */
export interface GraphWriter {
  readonly document: PipelineDocument;
  /** The graph component of a pipeline, with all below it. What the format cannot say is left out. */
  component(pipeline: PipelineId): TreeMap;
}

/** The pipelines of a document as graph components. No sub-pipeline may run itself. */
export function createGraphWriter(document: PipelineDocument): GraphWriter {
  const written = new Map<PipelineId, TreeMap>();
  const component = (id: PipelineId): TreeMap => {
    const known = written.get(id) ?? writePipeline(document, id, component);
    written.set(id, known);
    return known;
  };
  return { document, component };
}

/** The text of a graph component. Texts of several lines are literal blocks, as the editors of the format want them. */
export function graphComponentText(component: TreeMap): string {
  const entries = Object.entries(component).map(([key, value]): FileEntry => [key, treeNode(value, 'auto')]);
  return `${entryLines(fields('block', entries).entries, 0).join('\n')}\n`;
}

/** The scope in which a pipeline's arguments are written. */
export function graphScope(document: PipelineDocument, pipeline: PipelineId): GraphScope {
  return { document, pipeline, taskIds: taskIdsOf(document, pipeline) };
}

function writePipeline(
  document: PipelineDocument,
  id: PipelineId,
  component: (pipeline: PipelineId) => TreeMap,
): TreeMap {
  const pipeline = pipelineRecord(document, id);
  const scope = graphScope(document, id);
  const head = restoreOriginal(writeHead(scope, pipeline), keptOf(pipeline));
  const { implementation, ...described } = head;
  const graph = entryOf(implementation, 'graph');
  const tasks = tasksOfPipeline(document, id).map((task) => [
    scope.taskIds.get(task.id) ?? task.name,
    restoreOriginal(writeTask(scope, task, component), keptOf(task)),
  ]);
  return {
    ...described,
    ...ports('inputs', writeInputs(document, pipeline)),
    ...ports('outputs', writeOutputs(document, pipeline)),
    implementation: {
      ...(isTreeMap(implementation) ? implementation : {}),
      graph: { tasks: Object.fromEntries(tasks), ...(isTreeMap(graph) ? graph : {}) },
    },
  };
}

function ports(field: string, written: readonly TreeMap[]): TreeMap {
  return written.length === 0 ? {} : { [field]: written };
}

function writeInputs(document: PipelineDocument, pipeline: PipelineRecord): readonly TreeMap[] {
  const layout = document.layout.get(`inputs:${pipeline.id}`);
  return pipeline.inputs.map((input, index) => restoreOriginal(writeInput(input, layout, index), keptOf(input)));
}

function writeOutputs(document: PipelineDocument, pipeline: PipelineRecord): readonly TreeMap[] {
  const layout = document.layout.get(`outputs:${pipeline.id}`);
  return pipeline.outputs.map((output, index) => restoreOriginal(writeOutput(output, layout, index), keptOf(output)));
}

/** Fields of a pipeline that are kept entry by entry. */
export const HEAD_NESTED = { metadata: { annotations: {} }, implementation: { graph: { outputValues: {} } } };

/** Fields of a task or a port that are kept entry by entry. */
export const ENTRY_NESTED = { arguments: {}, annotations: {}, executionOptions: {} };

/** A pipeline without its ports and tasks, before what was kept of the original is put back. */
export function writeHead(scope: GraphScope, pipeline: PipelineRecord): TreeMap {
  const { document } = scope;
  const notes = writeStickyNotes(document, pipeline.id);
  const annotations = { ...pipeline.annotations, ...(notes === undefined ? {} : { 'flex-nodes': notes }) };
  const outputValues = writeOutputValues(scope, pipeline);
  return {
    name: pipeline.displayName ?? pipeline.name,
    ...(pipeline.description === undefined ? {} : { description: pipeline.description }),
    ...(Object.keys(annotations).length === 0 ? {} : { metadata: { annotations } }),
    implementation: { graph: Object.keys(outputValues).length === 0 ? {} : { outputValues } },
  };
}

function writeOutputValues(scope: GraphScope, pipeline: PipelineRecord): TreeMap {
  const values: { [name: string]: YamlTree } = {};
  for (const { name, source } of pipeline.outputs) {
    const value = source === undefined ? undefined : writeReference(scope, source);
    if (value !== undefined) values[rawNameAtPipeline(pipeline, 'outputs', name)] = value;
  }
  return values;
}
