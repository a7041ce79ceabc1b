import { meetingOf } from '../../analysis/scopes.ts';
import { upstreamOf } from '../../analysis/upstream.ts';
import type { PipelineDocument, TaskRecord } from '../../model/document.ts';
import type { GroupRecord } from '../../model/group.ts';
import type { NodeId } from '../../model/ids.ts';
import { bodiesOfGroup, isTask, nodeRecord, nodesBelow, nodesOfBody } from '../../model/lookups.ts';
import { argoTaskName } from './names.ts';

/** The tasks beside a task or group that it waits for, sorted: for itself and for all that is inside it. */
export function dependenciesOf(document: PipelineDocument, node: TaskRecord | GroupRecord): readonly string[] {
  const inside = isTask(node) ? [] : bodiesOfGroup(node).flatMap((body) => nodesBelow(document, body));
  const names = new Set<string>();
  for (const member of [node, ...inside]) {
    for (const upstream of upstreamOf(member)) {
      const meeting = meetingOf(document, upstream, member.id);
      if (meeting?.body !== node.parent || meeting.upstream === node.id) continue;
      for (const name of namesOf(document, meeting.upstream)) names.add(name);
    }
  }
  return [...names].sort();
}

/** An importer is no task of a workflow; an exit task runs with the end of its group. */
function namesOf(document: PipelineDocument, node: NodeId): readonly string[] {
  const record = nodeRecord(document, node);
  if (record === undefined || (isTask(record) && record.target.kind === 'importer')) return [];
  const handler = nodesOfBody(document, record.parent).find((sibling) => {
    return 'kind' in sibling && sibling.kind === 'exit-handler' && sibling.exitTask === node;
  });
  return [argoTaskName((handler ?? record).name)];
}

/** The `depends` of a task that runs whatever became of those before it. */
export function dependsAnyway(names: readonly string[]): string {
  const states = ['Succeeded', 'Skipped', 'Failed', 'Errored', 'Omitted'];
  return names.map((name) => `(${states.map((state) => `${name}.${state}`).join(' || ')})`).join(' && ');
}
