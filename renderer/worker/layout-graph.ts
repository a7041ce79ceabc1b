import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { dependencyGraph } from '../../src/analysis/dependency-graph.ts';
import { referencesOfNode } from '../../src/analysis/upstream.ts';
import type { PipelineDocument, TaskRecord } from '../../src/model/document.ts';
import type { GroupRecord } from '../../src/model/group.ts';
import type { BodyId, LayoutKey, PipelineId } from '../../src/model/ids.ts';
import { bodiesOfGroup, isTask, nodesOfBody, pipelineRecord } from '../../src/model/lookups.ts';

export interface NodeSize {
  readonly width: number;
  readonly height: number;
}

/** How large something on the canvas is. */
export type MeasureNode = (document: PipelineDocument, key: LayoutKey) => NodeSize;

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.spacing.nodeNode': '32',
  'elk.spacing.componentComponent': '48',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.semiInteractive': 'false',
};

const GROUP_OPTIONS = { 'elk.padding': '[top=54,left=20,bottom=20,right=20]' };

/** One pipeline as a graph for the layouter: tasks, groups with what they hold, and the two terminal nodes. O(edges). */
export function layoutGraph(document: PipelineDocument, pipeline: PipelineId, measure: MeasureNode): ElkNode {
  const { body } = pipelineRecord(document, pipeline);
  const inputs: LayoutKey = `inputs:${pipeline}`;
  const outputs: LayoutKey = `outputs:${pipeline}`;
  const terminal = (key: LayoutKey): ElkNode => ({ id: key, ...measure(document, key) });
  return {
    id: 'root',
    layoutOptions: OPTIONS,
    children: [terminal(inputs), ...children(document, body, measure), terminal(outputs)],
    edges: [...dependencyEdges(document), ...terminalEdges(document, pipeline, inputs, outputs)],
  };
}

function children(document: PipelineDocument, body: BodyId, measure: MeasureNode): ElkNode[] {
  return nodesOfBody(document, body).map((node) => {
    if (isTask(node)) return { id: node.id, ...measure(document, node.id) };
    const inner = bodiesOfGroup(node).flatMap((own) => children(document, own, measure));
    if (inner.length === 0) return { id: node.id, ...measure(document, node.id) };
    return { id: node.id, layoutOptions: GROUP_OPTIONS, children: inner };
  });
}

function dependencyEdges(document: PipelineDocument): NonNullable<ElkNode['edges']> {
  const edges = [];
  for (const [to, froms] of dependencyGraph(document).upstream) {
    for (const from of froms) edges.push({ id: `${from} ${to}`, sources: [from as string], targets: [to as string] });
  }
  return edges;
}

function terminalEdges(
  document: PipelineDocument,
  pipeline: PipelineId,
  inputs: LayoutKey,
  outputs: LayoutKey,
): NonNullable<ElkNode['edges']> {
  const record = pipelineRecord(document, pipeline);
  const top = nodesOfBody(document, record.body);
  const fed = top
    .filter((node) => usesInput(node))
    .map((node) => ({ id: `in ${node.id}`, sources: [inputs as string], targets: [node.id as string] }));
  const giving = record.outputs.flatMap(({ name, source }) => {
    const node = source === undefined || !('task' in source) ? undefined : source.task;
    return node === undefined ? [] : [{ id: `out ${name}`, sources: [node as string], targets: [outputs as string] }];
  });
  return [...fed, ...giving];
}

function usesInput(node: TaskRecord | GroupRecord): boolean {
  return referencesOfNode(node).some((reference) => reference.kind === 'input');
}
