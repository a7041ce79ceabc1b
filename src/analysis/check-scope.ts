import type { Reference } from '../model/argument.ts';
import type { PipelineDocument } from '../model/document.ts';
import { nameOfNode } from '../model/document-path.ts';
import type { GroupRecord } from '../model/group.ts';
import type { NodeId } from '../model/ids.ts';
import { isExitTask } from './exit-tasks.ts';
import type { ReferenceProblem } from './resolve-reference.ts';
import { groupsAround, meetingOf } from './scopes.ts';

/**
 * Whether a node may use a reference where it stands; gives the reason when not.
 * KFP SDK: `compiler_utils.get_dependencies` and its InvalidTopologyException cases.
 */
export function checkScope(
  document: PipelineDocument,
  consumer: NodeId,
  reference: Reference,
): ReferenceProblem | undefined {
  switch (reference.kind) {
    case 'input':
      return undefined;
    case 'loop-item':
      if (
        consumer === reference.loop ||
        groupsAround(document, consumer).some((group) => group.id === reference.loop)
      ) {
        return undefined;
      }
      return problem('loop-item-outside', { loop: nameOfNode(document, reference.loop) });
    case 'task-output':
      return checkWay(document, reference.task, consumer, { enterLoops: false });
    case 'one-of':
      return checkWay(document, reference.group, consumer, { enterLoops: false });
    case 'collected':
      return checkCollected(document, reference.task, consumer);
  }
}

/** Whether a node may run after another one where both stand. A plain "run after" may reach into a loop. */
export function checkAfterScope(
  document: PipelineDocument,
  node: NodeId,
  upstream: NodeId,
): ReferenceProblem | undefined {
  const group = document.groups.get(upstream as GroupRecord['id']);
  if (group !== undefined && group.kind !== 'exit-handler') return problem('after-group', { name: group.name });
  return checkWay(document, upstream, node, { enterLoops: true });
}

interface WayRules {
  readonly enterLoops: boolean;
}

function checkWay(
  document: PipelineDocument,
  upstream: NodeId,
  consumer: NodeId,
  rules: WayRules,
): ReferenceProblem | undefined {
  const meeting = meetingOf(document, upstream, consumer);
  if (meeting === undefined) return problem('other-pipeline', { task: nameOfNode(document, upstream) });
  if (isExitTask(document, upstream)) return problem('exit-task-used', { task: nameOfNode(document, upstream) });
  if (meeting.left.length > 0 && meeting.upstream === meeting.downstream) {
    const values = { task: nameOfNode(document, upstream), group: nameOfNode(document, meeting.upstream) };
    return problem('other-branch', values);
  }
  for (const id of meeting.left) {
    const group = document.groups.get(id);
    // KFP SDK: whoever runs after something in a loop waits for the whole loop, whatever stands in it.
    if (group?.kind === 'loop' && rules.enterLoops) return undefined;
    if (group === undefined) continue;
    const code = group.kind === 'loop' ? 'inside-loop' : 'inside-group';
    return problem(code, { task: nameOfNode(document, upstream), group: group.name });
  }
  return undefined;
}

function checkCollected(document: PipelineDocument, task: NodeId, consumer: NodeId): ReferenceProblem | undefined {
  const meeting = meetingOf(document, task, consumer);
  if (meeting === undefined) return problem('other-pipeline', { task: nameOfNode(document, task) });
  const left = meeting.left.map((id) => document.groups.get(id));
  if (!left.some((group) => group?.kind === 'loop')) {
    return problem('collected-outside-loop', { task: nameOfNode(document, task) });
  }
  const outermost = left[0];
  if (outermost !== undefined && outermost.kind !== 'loop') {
    return problem('inside-group', { task: nameOfNode(document, task), group: outermost.name });
  }
  return undefined;
}

function problem(code: string, values: ReferenceProblem['values']): ReferenceProblem {
  return { ok: false, code, values };
}
