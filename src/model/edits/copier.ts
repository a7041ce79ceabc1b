import type { Reference } from '../argument.ts';
import type { PipelineDocument } from '../document.ts';
import type { Draft } from '../draft.ts';
import type { Fragment } from '../fragment.ts';
import type { NodeId, PipelineId } from '../ids.ts';
import { isTask, nodesBelow, pipelineRecord } from '../lookups.ts';
import type { RecordMap } from '../map-records.ts';
import { groupByName, isNameTaken, taskByName } from '../name-index.ts';
import { isGroupId, newGroupId, newTaskId } from '../new-ids.ts';
import { referenceExists } from '../reference-check.ts';
import { nodeOfReference } from '../references.ts';
import { uniqueName } from '../sanitise-names.ts';
import { takeGroupNumber } from './map-pipeline.ts';

/** What copying the nodes of one pipeline of a fragment into a pipeline of the document takes. */
export interface Copier {
  readonly draft: Draft;
  readonly fragment: Fragment;
  readonly target: CopyTarget;
  /** New ids by old ones. */
  readonly nodes: ReadonlyMap<NodeId, NodeId>;
  /** New task names by old task ids. */
  readonly names: ReadonlyMap<NodeId, string>;
  readonly map: RecordMap;
}

export interface CopyTarget {
  readonly pipeline: PipelineId;
  /** The document's definitions by those of the fragment. */
  readonly definitions: ReadonlyMap<PipelineId, PipelineId>;
  /** A definition is copied whole: its names and references stay as they are. */
  readonly isDefinition: boolean;
  /** The pipeline of the fragment that is copied; absent: its root. */
  readonly source?: PipelineId;
}

/** Gives new ids and names to everything that is to be copied. */
export function createCopier(draft: Draft, fragment: Fragment, target: CopyTarget): Copier {
  const nodes = new Map<NodeId, NodeId>();
  const names = new Map<NodeId, string>();
  const taken = new Set<string>();
  const body = pipelineRecord(fragment, target.source ?? fragment.root).body;
  for (const node of nodesBelow(fragment, body)) {
    nodes.set(node.id, isTask(node) ? newTaskId(draft) : newGroupId(draft));
    if (!isTask(node)) continue;
    const name = target.isDefinition ? node.name : freeName(draft.base, target.pipeline, node.name, taken);
    taken.add(name);
    names.set(node.id, name);
  }
  return { draft, fragment, target, nodes, names, map: copyMap(draft, fragment, target, nodes) };
}

/** A copy of `train-2` beside `train` counts on as `train-3`; a number that is the name's own stays in it. */
function freeName(document: PipelineDocument, pipeline: PipelineId, name: string, taken: ReadonlySet<string>): string {
  const isTaken = (candidate: string): boolean => taken.has(candidate) || isNameTaken(document, pipeline, candidate);
  if (!isTaken(name)) return name;
  const stem = /^(.+)-\d+$/.exec(name)?.[1];
  return uniqueName(stem !== undefined && isTaken(stem) ? stem : name, isTaken);
}

function copyMap(draft: Draft, fragment: Fragment, target: CopyTarget, nodes: ReadonlyMap<NodeId, NodeId>): RecordMap {
  const outside = target.isDefinition
    ? keepMissing(draft, fragment)
    : findByName(draft.base, fragment, target.pipeline);
  const node = <Id extends NodeId>(id: Id): Id | undefined => (nodes.get(id) ?? outside(id)) as Id | undefined;
  const inputs = new Set(pipelineInputs(draft, fragment, target));
  /** What has the name outside the fragment need not have the output too, or be of the same kind. */
  const isWhole = (reference: Reference, copy: Reference): boolean => {
    const used = nodeOfReference(reference);
    const inside = target.isDefinition || used === undefined || nodes.has(used);
    return inside || referenceExists(draft.base, target.pipeline, copy);
  };
  return {
    reference: (reference) => {
      const copy = copyReference(reference, inputs, node);
      return copy === undefined || isWhole(reference, copy) ? copy : undefined;
    },
    node,
    nextItemNumber: () => takeGroupNumber(draft, target.pipeline),
  };
}

function pipelineInputs(draft: Draft, fragment: Fragment, target: CopyTarget): readonly string[] {
  const { pipelines } = target.isDefinition ? fragment : draft.base;
  const pipeline = pipelines.get(target.isDefinition ? (target.source ?? fragment.root) : target.pipeline);
  return (pipeline?.inputs ?? []).map((input) => input.name);
}

/** The node of the document that has the name of a node outside the fragment. */
function findByName(document: PipelineDocument, fragment: Fragment, pipeline: PipelineId) {
  return (id: NodeId): NodeId | undefined => {
    const name = fragment.missing.get(id);
    if (name === undefined) return undefined;
    const find = isGroupId(id) ? groupByName : taskByName;
    return find(document, pipeline, name)?.id;
  };
}

/** A definition's references to what its file did not hold go on missing it. */
function keepMissing(draft: Draft, fragment: Fragment) {
  const given = new Map<NodeId, NodeId>();
  return (id: NodeId): NodeId | undefined => {
    const name = fragment.missing.get(id);
    if (name === undefined) return undefined;
    const copy = given.get(id) ?? (isGroupId(id) ? newGroupId(draft) : newTaskId(draft));
    given.set(id, copy);
    draft.missing.set(copy, name);
    return copy;
  };
}

function copyReference(
  reference: Reference,
  inputs: ReadonlySet<string>,
  node: <Id extends NodeId>(id: Id) => Id | undefined,
): Reference | undefined {
  switch (reference.kind) {
    case 'input':
      return inputs.has(reference.input) ? reference : undefined;
    case 'loop-item': {
      const loop = node(reference.loop);
      return loop === undefined ? undefined : { ...reference, loop };
    }
    case 'one-of': {
      const group = node(reference.group);
      return group === undefined ? undefined : { ...reference, group };
    }
    default: {
      const task = node(reference.task);
      return task === undefined ? undefined : { ...reference, task };
    }
  }
}
