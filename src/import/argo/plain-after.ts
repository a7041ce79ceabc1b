import { meetingOf } from '../../analysis/scopes.ts';
import { producerOf, referencesOfNode } from '../../analysis/upstream.ts';
import type { PipelineDocument, TaskRecord } from '../../model/document.ts';
import type { GroupRecord } from '../../model/group.ts';
import type { NodeId } from '../../model/ids.ts';
import { bodiesOfGroup, isTask, nodesBelow, nodesOfBody } from '../../model/lookups.ts';

/**
 * Leaves out the "run after" edges that data says already, and lets what waits for a loop wait for what ends it: KFP
 * knows no waiting for groups but exit handlers.
 */
export function plainAfter(document: PipelineDocument): PipelineDocument {
  const tasks = [...document.tasks].map(([id, task]) => [id, withAfter(document, task)] as const);
  const groups = [...document.groups].map(([id, group]) => [id, withAfter(document, group)] as const);
  return { ...document, tasks: new Map(tasks), groups: new Map(groups) };
}

function withAfter<Node extends TaskRecord | GroupRecord>(document: PipelineDocument, node: Node): Node {
  if (node.after.length === 0) return node;
  const given = siblingsThatGive(document, node);
  const after = node.after.filter((upstream) => !given.has(upstream)).flatMap((upstream) => endsOf(document, upstream));
  return { ...node, after: [...new Set(after)] };
}

function siblingsThatGive(document: PipelineDocument, node: TaskRecord | GroupRecord): ReadonlySet<NodeId> {
  const inside = isTask(node) ? [] : bodiesOfGroup(node).flatMap((body) => nodesBelow(document, body));
  const siblings = [node, ...inside].flatMap((member) =>
    referencesOfNode(member).flatMap((reference) => {
      const producer = producerOf(reference);
      const meeting = producer === undefined ? undefined : meetingOf(document, producer, member.id);
      return meeting?.body === node.parent ? [meeting.upstream] : [];
    }),
  );
  return new Set(siblings);
}

function endsOf(document: PipelineDocument, node: NodeId): readonly NodeId[] {
  const group = document.groups.get(node as GroupRecord['id']);
  if (group?.kind !== 'loop') return [node];
  const nodes = nodesOfBody(document, group.body);
  const waitedFor = new Set(nodes.flatMap((one) => [...one.after, ...siblingsThatGive(document, one)]));
  return nodes.filter(({ id }) => !waitedFor.has(id)).flatMap(({ id }) => endsOf(document, id));
}
