import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { dependencyGraph } from '../../src/analysis/dependency-graph.ts';
import { referencesOfNode } from '../../src/analysis/upstream.ts';
import type { PipelineDocument, TaskRecord } from '../../src/model/document.ts';
import type { GroupRecord } from '../../src/model/group.ts';
import type { BodyId, LayoutKey, PipelineId } from '../../src/model/ids.ts';
import { bodiesOfGroup, isTask, nodesOfBody, nodesOfPipeline, pipelineRecord } from '../../src/model/lookups.ts';

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
  // Inputs and Outputs stand at the ends also while nothing is wired to them.
  'elk.separateConnectedComponents': 'false',
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
  const leaf = createLeaf(document, measure);
  return {
    id: 'root',
    layoutOptions: OPTIONS,
    children: [
      { ...leaf(inputs), layoutOptions: { 'elk.layered.layering.layerConstraint': 'FIRST_SEPARATE' } },
      ...children(document, body, leaf),
      { ...leaf(outputs), layoutOptions: { 'elk.layered.layering.layerConstraint': 'LAST_SEPARATE' } },
    ],
    edges: [...dependencyEdges(document, pipeline), ...terminalEdges(document, pipeline, inputs, outputs)],
  };
}

type Leaf = (key: LayoutKey) => ElkNode;

/** The layouter takes every field for its own: only the size is handed on. */
function createLeaf(document: PipelineDocument, measure: MeasureNode): Leaf {
  return (key) => {
    const { width, height } = measure(document, key);
    return { id: key, width, height };
  };
}

function children(document: PipelineDocument, body: BodyId, leaf: Leaf): ElkNode[] {
  return nodesOfBody(document, body).map((node) => {
    const inner = isTask(node) ? [] : bodiesOfGroup(node).flatMap((own) => children(document, own, leaf));
    return inner.length === 0 ? leaf(node.id) : { id: node.id, layoutOptions: GROUP_OPTIONS, children: inner };
  });
}

function dependencyEdges(document: PipelineDocument, pipeline: PipelineId): ElkExtendedEdge[] {
  const { upstream } = dependencyGraph(document);
  return nodesOfPipeline(document, pipeline).flatMap(({ id }) =>
    (upstream.get(id) ?? []).map((from) => ({ id: `${from} ${id}`, sources: [from], targets: [id] })),
  );
}

function terminalEdges(
  document: PipelineDocument,
  pipeline: PipelineId,
  inputs: LayoutKey,
  outputs: LayoutKey,
): ElkExtendedEdge[] {
  const record = pipelineRecord(document, pipeline);
  const top = nodesOfBody(document, record.body);
  const fed = top
    .filter((node) => usesInput(node))
    .map((node) => ({ id: `in ${node.id}`, sources: [inputs], targets: [node.id] }));
  const giving = record.outputs.flatMap(({ name, source }) => {
    const node = source === undefined || !('task' in source) ? undefined : source.task;
    return node === undefined ? [] : [{ id: `out ${name}`, sources: [node], targets: [outputs] }];
  });
  return [...fed, ...giving];
}

function usesInput(node: TaskRecord | GroupRecord): boolean {
  return referencesOfNode(node).some((reference) => reference.kind === 'input');
}
