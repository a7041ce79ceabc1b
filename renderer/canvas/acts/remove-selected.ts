import { combineEdits } from '../../../src/model/combine-edits.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import { unchanged } from '../../../src/model/draft.ts';
import type { Edit } from '../../../src/model/edit.ts';
import { setOneOfOutputs } from '../../../src/model/edits/branches.ts';
import { disconnect } from '../../../src/model/edits/connect.ts';
import { setExitTask } from '../../../src/model/edits/groups.ts';
import { removeNodes } from '../../../src/model/edits/remove-nodes.ts';
import { removeAfter } from '../../../src/model/edits/run-after.ts';
import type { NodeId, NoteId } from '../../../src/model/ids.ts';
import { referencesOf } from '../../../src/model/references.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { applyEdit } from '../../state/edits.ts';
import { getState } from '../../state/store.ts';
import type { Selection } from '../../state/view-slice.ts';
import { type EdgeKey, parseEdgeId } from '../graph/edge-id.ts';

const LABEL = { key: 'edit.disconnect' };

/** Deletes what is selected: nodes with their wires, or wires. The terminal nodes of a pipeline stay. */
export function removeSelected(tabId: TabId): void {
  const document = getState().documents.tabs.get(tabId)?.document;
  const selection = getState().view.byTab.get(tabId)?.selection;
  if (document === undefined || selection === undefined) return;
  const edit = planRemoval(document, selection);
  if (edit !== undefined) applyEdit(tabId, edit);
}

/** The edit that deletes a selection; undefined when there is nothing to delete. */
export function planRemoval(document: PipelineDocument, selection: Selection): Edit | undefined {
  const nodes = [...selection.nodes].filter((key) => !/^(inputs|outputs):/.test(key)) as (NodeId | NoteId)[];
  const keys = [...selection.edges].flatMap((id) => parseEdgeId(id) ?? []);
  const wires = keys.filter((key) => planRemoveWire(document, key) !== undefined);
  if (nodes.length === 0 && wires.length === 0) return undefined;
  const steps = [
    ...wires.map((key) => (current: PipelineDocument) => planRemoveWire(current, key) ?? unchanged(current, LABEL)),
    ...(nodes.length === 0 ? [] : [(current: PipelineDocument) => removeNodes(current, nodes)]),
  ];
  const label = (nodes.length === 0 ? steps[0]?.(document) : removeNodes(document, nodes))?.label;
  return combineEdits(document, label ?? LABEL, steps);
}

/** The edit that takes one wire away; none for what a group cannot be without. */
export function planRemoveWire(document: PipelineDocument, key: EdgeKey): Edit | undefined {
  switch (key.kind) {
    case 'after':
      return removeAfter(document, key.node, key.upstream);
    case 'output':
      return disconnect(document, key);
    case 'items':
    case 'condition':
      return undefined;
    case 'exit':
      return setExitTask(document, key.group, undefined);
    case 'one-of':
      return removeSource(document, key);
    case 'argument': {
      const argument = document.tasks.get(key.task)?.arguments[key.port];
      const reference = argument === undefined ? undefined : referencesOf(argument)[key.index];
      return disconnect(document, { kind: 'port', task: key.task, port: key.port }, reference);
    }
  }
}

/** An output that nothing feeds any more goes too. */
function removeSource(document: PipelineDocument, key: EdgeKey & { readonly kind: 'one-of' }): Edit | undefined {
  const group = document.groups.get(key.group);
  if (group?.kind !== 'branches') return undefined;
  const outputs = group.outputs.flatMap((output) => {
    if (output.name !== key.output) return [output];
    const sources = output.sources.filter((_, index) => index !== key.index);
    return sources.length === 0 ? [] : [{ ...output, sources }];
  });
  return setOneOfOutputs(document, key.group, outputs);
}
