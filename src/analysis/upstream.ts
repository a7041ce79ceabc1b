import type { Reference } from '../model/argument.ts';
import type { TaskRecord } from '../model/document.ts';
import type { GroupRecord } from '../model/group.ts';
import type { NodeId } from '../model/ids.ts';
import { isTask } from '../model/lookups.ts';
import { referencesOfCondition, referencesOfGroup, referencesOfTask } from '../model/record-references.ts';

const upstreamOfRecord = new WeakMap<TaskRecord | GroupRecord, readonly NodeId[]>();
const referencesOfRecord = new WeakMap<TaskRecord | GroupRecord, readonly Reference[]>();

/** Every reference a task or group makes itself. Computed once per record. */
export function referencesOfNode(record: TaskRecord | GroupRecord): readonly Reference[] {
  let references = referencesOfRecord.get(record);
  if (references === undefined) {
    references = isTask(record) ? referencesOfTask(record) : referencesOfGroup(record);
    referencesOfRecord.set(record, references);
  }
  return references;
}

/**
 * The nodes a record itself waits for, each once: producers of what it refers to, then its "run after" nodes.
 * They may stand in any body, or be missing. Computed once per record.
 */
export function upstreamOf(record: TaskRecord | GroupRecord): readonly NodeId[] {
  let upstream = upstreamOfRecord.get(record);
  if (upstream === undefined) {
    const nodes = new Set<NodeId>();
    for (const reference of awaitedReferences(record)) {
      const producer = producerOf(reference);
      if (producer !== undefined) nodes.add(producer);
    }
    for (const node of record.after) nodes.add(node);
    upstream = [...nodes];
    upstreamOfRecord.set(record, upstream);
  }
  return upstream;
}

/** A group waits for its items and conditions; what feeds its one-of outputs is inside it. */
function awaitedReferences(record: TaskRecord | GroupRecord): readonly Reference[] {
  if (isTask(record) || record.kind !== 'branches') return referencesOfNode(record);
  return record.branches.flatMap((branch) => referencesOfCondition(branch.condition));
}

/** The node whose end a reference waits for; a pipeline input or a loop item has none. */
export function producerOf(reference: Reference): NodeId | undefined {
  switch (reference.kind) {
    case 'task-output':
    case 'collected':
      return reference.task;
    case 'one-of':
      return reference.group;
    default:
      return undefined;
  }
}
