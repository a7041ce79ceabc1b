import type { PipelineDocument } from '../document.ts';
import { createDraft, finishEdit, unchanged } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { Branch, BranchesGroup, Condition, OneOfOutput } from '../group.ts';
import type { BodyId, GroupId, NodeId } from '../ids.ts';
import { bodyRecord, nodesBelow, pipelineOfBody } from '../lookups.ts';
import { newBodyId } from '../new-ids.ts';
import { referencesOfCondition } from '../record-references.ts';
import { sameData, withField } from '../records.ts';
import { referenceExists } from '../reference-check.ts';
import { nextGroupName } from './groups.ts';
import { mapReferencesInPipeline } from './map-pipeline.ts';
import { insertItem } from './pipeline-ports.ts';
import { dropReferences, removeUnusedComponents } from './remove-nodes.ts';

/** An edit that made a branch. */
export interface AddedBranch extends Edit {
  readonly body: BodyId;
}

/**
 * Adds an Elif (with a condition; before an Else) or an Else (without, at the end). KFP SDK: when a lone If gets its
 * second branch, the group takes the If's number and the If a fresh one.
 */
export function addBranch(document: PipelineDocument, id: GroupId, condition?: Condition): AddedBranch | Edit {
  const group = document.groups.get(id);
  const label = { key: 'edit.add-branch', values: { name: group?.name ?? '' } };
  if (group?.kind !== 'branches') return unchanged(document, label);
  const hasElse = group.branches.length > 1 && group.branches.at(-1)?.condition === undefined;
  if (condition === undefined && hasElse) return unchanged(document, label);
  const draft = createDraft(document);
  const pipeline = pipelineOfBody(document, group.parent);
  const body = newBodyId(draft);
  draft.bodies.set(body, { id: body, owner: { kind: 'group', group: id }, children: [] });
  const wrapped = group.branches.length === 1 ? wrap(group, () => nextGroupName(draft, pipeline, 'condition')) : group;
  const name = nextGroupName(draft, pipeline, 'condition');
  const branch: Branch = condition === undefined ? { name, body } : { name, condition, body };
  const place = hasElse ? wrapped.branches.length - 1 : undefined;
  draft.groups.set(id, { ...wrapped, branches: insertItem(wrapped.branches, branch, place) });
  return { ...finishEdit(draft, label), body };
}

function wrap(group: BranchesGroup, nextName: () => string): BranchesGroup {
  const number = /-(\d+)$/.exec(group.name)?.[1];
  const name = number === undefined ? group.name : `condition-branches-${number}`;
  return { ...group, name, branches: group.branches.map((branch) => ({ ...branch, name: nextName() })) };
}

/** Removes a branch with all it holds and every reference to that. The last branch cannot go: remove the group. */
export function removeBranch(document: PipelineDocument, id: GroupId, body: BodyId): Edit {
  const group = document.groups.get(id);
  const label = { key: 'edit.remove-branch', values: { name: group?.name ?? '' } };
  if (group?.kind !== 'branches' || group.branches.length < 2) return unchanged(document, label);
  const branches = group.branches.filter((branch) => branch.body !== body);
  if (branches.length === group.branches.length) return unchanged(document, label);
  const draft = createDraft(document);
  const removed = new Set<NodeId>(nodesBelow(document, body).map((node) => node.id));
  for (const node of removed) {
    draft.tasks.delete(node as never);
    draft.groups.delete(node as never);
    draft.layout.delete(node);
  }
  for (const [bodyId, record] of document.bodies) {
    if (record.owner.kind === 'group' && removed.has(record.owner.group)) draft.bodies.delete(bodyId);
  }
  draft.bodies.delete(body);
  const [only] = branches;
  const name = branches.length === 1 && only !== undefined ? only.name : group.name;
  draft.groups.set(id, { ...group, name, branches });
  dropReferences(draft, pipelineOfBody(document, group.parent), removed);
  removeUnusedComponents(draft, removed);
  return finishEdit(draft, label);
}

/** Changes the condition of one branch. A condition that refers to something the pipeline lacks changes nothing. */
export function setCondition(document: PipelineDocument, id: GroupId, body: BodyId, condition: Condition): Edit {
  const group = document.groups.get(id);
  const label = { key: 'edit.set-condition', values: { name: group?.name ?? '' } };
  if (group?.kind !== 'branches') return unchanged(document, label);
  const pipeline = pipelineOfBody(document, group.parent);
  if (!referencesOfCondition(condition).every((reference) => referenceExists(document, pipeline, reference))) {
    return unchanged(document, label);
  }
  const draft = createDraft(document);
  const branches = group.branches.map((branch) =>
    branch.body === body && !sameData(branch.condition, condition) ? withField(branch, 'condition', condition) : branch,
  );
  if (!branches.every((branch, index) => branch === group.branches[index]))
    draft.groups.set(id, { ...group, branches });
  return finishEdit(draft, label);
}

/** Sets the outputs that take the value of whichever branch ran. References to outputs that go, go too. */
export function setOneOfOutputs(document: PipelineDocument, id: GroupId, outputs: readonly OneOfOutput[]): Edit {
  const group = document.groups.get(id);
  const label = { key: 'edit.set-one-of', values: { name: group?.name ?? '' } };
  if (group?.kind !== 'branches' || sameData(group.outputs, outputs)) return unchanged(document, label);
  const pipeline = pipelineOfBody(document, bodyRecord(document, group.parent).id);
  const sources = outputs.flatMap((output) => output.sources);
  if (!sources.every((source) => referenceExists(document, pipeline, source))) return unchanged(document, label);
  const draft = createDraft(document);
  draft.groups.set(id, { ...group, outputs });
  const names = new Set(outputs.map((output) => output.name));
  mapReferencesInPipeline(draft, pipeline, {
    reference: (reference) =>
      reference.kind === 'one-of' && reference.group === id && !names.has(reference.output) ? undefined : reference,
  });
  return finishEdit(draft, label);
}
