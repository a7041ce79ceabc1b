import { meetingOf } from '../../analysis/scopes.ts';
import { referencesOfNode } from '../../analysis/upstream.ts';
import type { CollectedReference, Reference } from '../../model/argument.ts';
import type { PipelineDocument, PipelineRecord } from '../../model/document.ts';
import type { BodyId, GroupId, NodeId } from '../../model/ids.ts';
import { enclosingGroups, nodeRecord, nodesOfPipeline } from '../../model/lookups.ts';
import { referencesOfOutputs } from '../../model/record-references.ts';
import { keyOfFlow } from './names.ts';

/** What templates have to give on because something further out refers to it. */
export interface Surfaced {
  /** Keys of the task outputs that anything refers to: only those are parameters of a template. */
  readonly demanded: ReadonlySet<string>;
  readonly byBody: ReadonlyMap<BodyId, readonly SurfacedOutput[]>;
}

/** One output of the template of a body: an output of a node in it, under the name of a reference. */
export interface SurfacedOutput {
  readonly reference: Reference;
  readonly from: { readonly node: NodeId; readonly reference: Reference };
}

/** Looks through a pipeline once for outputs that have to leave the group they are made in. */
export function surfacedOutputs(document: PipelineDocument, pipeline: PipelineRecord): Surfaced {
  const demanded = new Set<string>();
  const byBody = new Map<BodyId, Map<string, SurfacedOutput>>();
  const surface = (body: BodyId, output: SurfacedOutput): void => {
    const outputs = byBody.get(body) ?? new Map<string, SurfacedOutput>();
    outputs.set(keyOfFlow(output.reference), output);
    byBody.set(body, outputs);
  };
  const visit = (reference: Reference, left: (task: NodeId) => readonly GroupId[]): void => {
    if (reference.kind === 'task-output') demanded.add(keyOfFlow(reference));
    if (reference.kind !== 'collected') return;
    demanded.add(keyOfFlow(outputOf(reference)));
    surfaceCollected(document, reference, left(reference.task), surface);
  };
  for (const node of nodesOfPipeline(document, pipeline.id)) {
    for (const reference of referencesOfNode(node)) {
      visit(reference, (task) => meetingOf(document, task, node.id)?.left ?? []);
    }
    if (!('kind' in node) || node.kind !== 'branches') continue;
    for (const source of node.outputs.flatMap(({ sources }) => sources)) {
      const body = nodeRecord(document, source.task)?.parent;
      if (body !== undefined) surface(body, { reference: source, from: { node: source.task, reference: source } });
    }
  }
  const outermost = (task: NodeId): readonly GroupId[] => enclosingGroups(document, task).map(({ id }) => id);
  for (const reference of referencesOfOutputs(pipeline)) visit(reference, outermost);
  return { demanded, byBody: new Map([...byBody].map(([body, outputs]) => [body, [...outputs.values()]])) };
}

/** The output of one iteration that a collected reference stands for. */
function outputOf({ task, output }: CollectedReference): Reference {
  return { kind: 'task-output', task, output };
}

/** From the innermost loop outwards each template gives on what the one inside it gives. */
function surfaceCollected(
  document: PipelineDocument,
  reference: CollectedReference,
  left: readonly GroupId[],
  surface: (body: BodyId, output: SurfacedOutput) => void,
): void {
  let inner: SurfacedOutput['from'] = { node: reference.task, reference: outputOf(reference) };
  for (const group of left.toReversed()) {
    const body = nodeRecord(document, inner.node)?.parent;
    if (body !== undefined) surface(body, { reference, from: inner });
    inner = { node: group, reference };
  }
}
