import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { dependencyGraph } from '../../src/analysis/dependency-graph.ts';
import { groupsAround, stepsOutwards } from '../../src/analysis/scopes.ts';
import { producerOf, referencesOfNode } from '../../src/analysis/upstream.ts';
import type { PipelineDocument, TaskRecord } from '../../src/model/document.ts';
import type { GroupRecord } from '../../src/model/group.ts';
import type { BodyId, LayoutKey, NodeId, PipelineId } from '../../src/model/ids.ts';
import {
  bodiesOfGroup,
  groupsOfPipeline,
  isTask,
  nodesOfBody,
  nodesOfPipeline,
  pipelineRecord,
} from '../../src/model/lookups.ts';
import { type FramePadding, LANE_ROOM, LEAST_LANE, leastSize, paddingOf } from '../canvas/geometry/group-frame.ts';
import { specOfGroup } from '../canvas/geometry/group-spec.ts';
import { LANE_GAP, LANE_PREFIX } from './collect-spots.ts';

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
  return nodesOfBody(document, body).map((node) => (isTask(node) ? leaf(node.id) : groupNode(document, node, leaf)));
}

/** A group with what it holds, as the canvas frames it; a folded one is a node like any other. */
function groupNode(document: PipelineDocument, group: GroupRecord, leaf: Leaf): ElkNode {
  if (document.layout.get(group.id)?.collapsed === true) return leaf(group.id);
  const spec = specOfGroup(document, group);
  const bodies = bodiesOfGroup(group);
  const inner = spec.hasLanes
    ? bodies.map((body) => laneNode(document, body, leaf))
    : bodies.flatMap((body) => children(document, body, leaf));
  if (inner.length === 0) return leaf(group.id);
  return { id: group.id, layoutOptions: frameOptions(paddingOf(spec), leastSize(spec)), children: inner };
}

function laneNode(document: PipelineDocument, body: BodyId, leaf: Leaf): ElkNode {
  const id = LANE_PREFIX + body;
  const inner = children(document, body, leaf);
  if (inner.length === 0) return { id, ...LEAST_LANE };
  return { id, layoutOptions: frameOptions(LANE_ROOM, LEAST_LANE), children: inner };
}

function frameOptions({ top, right, bottom, left }: FramePadding, least: NodeSize): Record<string, string> {
  return {
    'elk.padding': `[top=${top},left=${left},bottom=${bottom},right=${right}]`,
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
    'elk.nodeSize.minimum': `(${least.width},${least.height})`,
    'elk.layered.spacing.nodeNodeBetweenLayers': '72',
    'elk.spacing.nodeNode': String(LANE_GAP),
  };
}

function dependencyEdges(document: PipelineDocument, pipeline: PipelineId): ElkExtendedEdge[] {
  const { upstream } = dependencyGraph(document);
  const folded = new Set(
    groupsOfPipeline(document, pipeline).filter(({ id }) => document.layout.get(id)?.collapsed === true),
  );
  const isShown = (node: NodeId): boolean => !groupsAround(document, node).some((group) => folded.has(group));
  return nodesOfPipeline(document, pipeline).flatMap(({ id }) =>
    (isShown(id) ? (upstream.get(id) ?? []) : []).map((from) => ({
      id: `${from} ${id}`,
      sources: [from],
      targets: [id],
    })),
  );
}

function terminalEdges(
  document: PipelineDocument,
  pipeline: PipelineId,
  inputs: LayoutKey,
  outputs: LayoutKey,
): ElkExtendedEdge[] {
  const record = pipelineRecord(document, pipeline);
  const fed = nodesOfBody(document, record.body)
    .filter((node) => usesInput(document, node))
    .map((node) => ({ id: `in ${node.id}`, sources: [inputs], targets: [node.id] }));
  const giving = record.outputs.flatMap(({ name, source }) => {
    const producer = source === undefined ? undefined : producerOf(source);
    const node = producer === undefined ? undefined : stepsOutwards(document, producer).at(-1)?.node;
    return node === undefined ? [] : [{ id: `out ${name}`, sources: [node], targets: [outputs] }];
  });
  return [...fed, ...giving];
}

/** Whether a node, or anything it holds, takes an input of the pipeline. */
function usesInput(document: PipelineDocument, node: TaskRecord | GroupRecord): boolean {
  if (referencesOfNode(node).some((reference) => reference.kind === 'input')) return true;
  if (isTask(node)) return false;
  return bodiesOfGroup(node).some((body) => nodesOfBody(document, body).some((inner) => usesInput(document, inner)));
}
