import type { Reference } from './argument.ts';
import type { PipelineDocument, TaskRecord } from './document.ts';
import { nameOfNode } from './document-path.ts';
import type { GroupRecord } from './group.ts';
import type { BodyId, NodeId, PipelineId } from './ids.ts';
import { isTask, nodesOfBody, pipelineRecord } from './lookups.ts';
import { mapGroup, mapOutput, mapTask, type RecordMap } from './map-records.ts';
import { sameData } from './records.ts';

/** Whether two sub-pipeline definitions, perhaps of two documents, are the same but for ids. */
export function sameDefinition(
  left: PipelineDocument,
  leftId: PipelineId,
  right: PipelineDocument,
  rightId: PipelineId,
): boolean {
  return sameData(definitionData(left, leftId), definitionData(right, rightId));
}

/** A definition as plain data in which names stand for ids. */
function definitionData(document: PipelineDocument, id: PipelineId): unknown {
  const { id: _, body, outputs, groupCounter: __, ...rest } = pipelineRecord(document, id);
  const map = nameMap(document);
  return {
    ...rest,
    outputs: outputs.map((output) => mapOutput(output, map.reference)),
    body: bodyData(document, body, map),
  };
}

function bodyData(document: PipelineDocument, body: BodyId, map: RecordMap): unknown {
  return nodesOfBody(document, body).map((node) =>
    isTask(node) ? taskData(document, node, map) : groupData(document, node, map),
  );
}

function taskData(document: PipelineDocument, task: TaskRecord, map: RecordMap): unknown {
  const { id: _, parent: __, target, ...rest } = mapTask(task, map);
  const pipeline = target.kind === 'pipeline' ? pipelineRecord(document, target.pipeline).name : undefined;
  return { ...rest, target: pipeline === undefined ? target : { kind: 'pipeline', pipeline } };
}

function groupData(document: PipelineDocument, group: GroupRecord, map: RecordMap): unknown {
  const { id: _, parent: __, ...rest } = mapGroup(group, map);
  if (rest.kind !== 'branches') return { ...rest, body: bodyData(document, rest.body, map) };
  return {
    ...rest,
    branches: rest.branches.map((branch) => ({ ...branch, body: bodyData(document, branch.body, map) })),
  };
}

/** Puts names where ids were. The outcome is only compared, never used as a record. */
function nameMap(document: PipelineDocument): RecordMap {
  const name = <Id extends NodeId>(id: Id): Id => nameOfNode(document, id) as Id;
  return {
    reference(reference): Reference {
      switch (reference.kind) {
        case 'input':
          return reference;
        case 'loop-item':
          return { ...reference, loop: name(reference.loop) };
        case 'one-of':
          return { ...reference, group: name(reference.group) };
        default:
          return { ...reference, task: name(reference.task) };
      }
    },
    node: name,
    nextItemNumber: () => 0,
  };
}
