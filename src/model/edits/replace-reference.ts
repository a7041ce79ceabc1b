import type { Reference } from '../argument.ts';
import type { PipelineDocument } from '../document.ts';
import { createDraft, finishEdit, unchanged } from '../draft.ts';
import type { Edit, EditLabel } from '../edit.ts';
import type { GroupRecord } from '../group.ts';
import type { NodeId } from '../ids.ts';
import { isTask, nodeRecord, pipelineOfBody } from '../lookups.ts';
import { mapGroup, mapTask } from '../map-records.ts';
import { mapArgument } from '../map-references.ts';
import { sameData, withField } from '../records.ts';
import { referenceExists } from '../reference-check.ts';
import { connect, type WireEnd } from './connect.ts';
import { takeGroupNumber } from './map-pipeline.ts';
import { setArgument } from './set-argument.ts';

/** Where a reference stands: at the end of a wire, or in the settings, conditions or items of a node. */
export type ReferencePlace = WireEnd | { readonly kind: 'node'; readonly node: NodeId };

/**
 * Feeds a place from another reference: inside a text only the one it stands `instead` of is changed. Without that the
 * whole place is fed. A reference the pipeline lacks changes nothing.
 */
export function replaceReference(
  document: PipelineDocument,
  place: ReferencePlace,
  reference: Reference,
  instead?: Reference,
): Edit {
  const map = (found: Reference): Reference => (instead !== undefined && sameData(found, instead) ? reference : found);
  if (place.kind === 'node') return replaceInNode(document, place.node, reference, map);
  const argument = place.kind === 'port' ? document.tasks.get(place.task)?.arguments[place.port] : undefined;
  if (place.kind === 'output' || argument === undefined || instead === undefined) {
    return connect(document, reference, place);
  }
  const mapped = mapArgument(argument, map);
  return setArgument(document, place.task, place.port, mapped ?? reference);
}

function replaceInNode(
  document: PipelineDocument,
  node: NodeId,
  reference: Reference,
  map: (found: Reference) => Reference,
): Edit {
  const record = nodeRecord(document, node);
  const label: EditLabel = { key: 'edit.set-argument', values: { name: record?.name ?? '', port: '' } };
  if (record === undefined) return unchanged(document, label);
  const pipeline = pipelineOfBody(document, record.parent);
  if (!referenceExists(document, pipeline, reference)) return unchanged(document, label);
  const draft = createDraft(document);
  const recordMap = {
    reference: map,
    node: (id: NodeId) => id,
    nextItemNumber: () => takeGroupNumber(draft, pipeline),
  };
  if (isTask(record)) draft.tasks.set(record.id, withField(mapTask(record, recordMap), 'arguments', record.arguments));
  else draft.groups.set(record.id, mapOwn(record, mapGroup(record, recordMap)));
  return finishEdit(draft, label);
}

/** What feeds the outputs of branches stays: only conditions and items are places of their own. */
function mapOwn(before: GroupRecord, after: GroupRecord): GroupRecord {
  if (before.kind !== 'branches' || after.kind !== 'branches') return after;
  return withField(before, 'branches', after.branches);
}
