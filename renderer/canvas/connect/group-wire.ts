import type { ConnectionVerdict } from '../../../src/analysis/connection.ts';
import { resolveReference } from '../../../src/analysis/resolve-reference.ts';
import type { Reference } from '../../../src/model/argument.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { Edit } from '../../../src/model/edit.ts';
import { setOneOfOutputs } from '../../../src/model/edits/branches.ts';
import { setLoopItems } from '../../../src/model/edits/groups.ts';
import { pipelineOfBody } from '../../../src/model/lookups.ts';
import { newProblem } from '../acts/new-problem.ts';
import type { CanvasPort } from './canvas-port.ts';

/** A port of a group that takes what the group itself uses. */
export type GroupTarget = CanvasPort & { readonly kind: 'loop-items' | 'one-of-source' };

/** Tells those ports from others. */
export function isGroupTarget(port: CanvasPort): port is GroupTarget {
  return port.kind === 'loop-items' || port.kind === 'one-of-source';
}

/** The edit that feeds a group: what a loop goes over, or one more source of an output of branches. */
export function planGroupWire(document: PipelineDocument, reference: Reference, to: GroupTarget): Edit | undefined {
  const group = document.groups.get(to.group);
  if (to.kind === 'loop-items') {
    return group?.kind === 'loop' ? setLoopItems(document, group.id, { kind: 'reference', reference }) : undefined;
  }
  if (group?.kind !== 'branches' || reference.kind !== 'task-output') return undefined;
  const outputs = group.outputs.map((output) =>
    output.name === to.output ? { ...output, sources: [...output.sources, reference] } : output,
  );
  return setOneOfOutputs(document, group.id, outputs);
}

/** Whether a group may be fed so: refused where it would bring about an error that is not there now. */
export function judgeGroupWire(
  document: PipelineDocument,
  reference: Reference,
  to: GroupTarget,
): ConnectionVerdict | undefined {
  const edit = planGroupWire(document, reference, to);
  const group = document.groups.get(to.group);
  if (edit === undefined || group === undefined) return undefined;
  const given = resolveReference(document, pipelineOfBody(document, group.parent), reference);
  if (!given.ok) return given;
  const problem = newProblem(document, edit);
  if (problem !== undefined) return problem;
  const replaces = group.kind === 'loop' && group.items.kind === 'reference' ? group.items.reference : undefined;
  return { ok: true, ...(replaces === undefined ? {} : { replaces }) };
}
