import type { PipelineDocument } from '../model/document.ts';
import type { GroupRecord } from '../model/group.ts';
import type { BodyId, GroupId, NodeId } from '../model/ids.ts';
import { nodeRecord } from '../model/lookups.ts';

/** One step of the way from a node outwards: a node and the body it stands in. */
export interface ScopeStep {
  readonly node: NodeId;
  readonly body: BodyId;
}

/** The node itself first, then the groups around it, out to the pipeline's own body. */
export function stepsOutwards(document: PipelineDocument, node: NodeId): readonly ScopeStep[] {
  const steps: ScopeStep[] = [];
  let current: NodeId | undefined = node;
  while (current !== undefined) {
    const body: BodyId | undefined = nodeRecord(document, current)?.parent;
    if (body === undefined) break;
    steps.push({ node: current, body });
    current = groupOfBody(document, body);
  }
  return steps;
}

/** The group that owns a body; nothing for the body of a pipeline. */
export function groupOfBody(document: PipelineDocument, body: BodyId): GroupId | undefined {
  const owner = document.bodies.get(body)?.owner;
  return owner?.kind === 'group' ? owner.group : undefined;
}

/** The groups around a node, innermost first. */
export function groupsAround(document: PipelineDocument, node: NodeId): readonly GroupRecord[] {
  return stepsOutwards(document, node)
    .slice(1)
    .map((step) => document.groups.get(step.node as GroupId))
    .filter((group) => group !== undefined);
}

/** Where the ways of two nodes meet: the two siblings of the innermost body that holds both. */
export interface Meeting {
  readonly body: BodyId;
  /** The upstream side: the upstream node or the group around it. */
  readonly upstream: NodeId;
  /** The downstream side. */
  readonly downstream: NodeId;
  /** Groups entered from the common body to reach the upstream node, outermost first. */
  readonly left: readonly GroupId[];
}

/** Finds the siblings that stand for two nodes in their common body; nothing across pipelines or for missing nodes. */
export function meetingOf(document: PipelineDocument, upstream: NodeId, downstream: NodeId): Meeting | undefined {
  const downstreamSteps = stepsOutwards(document, downstream);
  const nodeOfBody = new Map(downstreamSteps.map((step) => [step.body, step.node]));
  const left: GroupId[] = [];
  for (const step of stepsOutwards(document, upstream)) {
    const other = nodeOfBody.get(step.body);
    if (other !== undefined) return { body: step.body, upstream: step.node, downstream: other, left };
    const group = groupOfBody(document, step.body);
    if (group !== undefined) left.unshift(group);
  }
  return undefined;
}
