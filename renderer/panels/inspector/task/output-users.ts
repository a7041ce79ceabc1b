import type { Reference } from '../../../../src/model/argument.ts';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import type { LayoutKey, PipelineId, TaskId } from '../../../../src/model/ids.ts';
import { isTask, nodesOfPipeline, pipelineRecord } from '../../../../src/model/lookups.ts';
import { referencesOfGroup, referencesOfTask } from '../../../../src/model/record-references.ts';

/** Something that reads an output: a node, or an output of the pipeline. */
export interface OutputUser {
  readonly key: LayoutKey;
  readonly name: string;
  readonly kind: 'node' | 'pipeline-output';
}

/** Who reads which output of a task, by port. Linear in the pipeline. */
export function usersOfOutputs(
  document: PipelineDocument,
  pipeline: PipelineId,
  task: TaskId,
): ReadonlyMap<string, readonly OutputUser[]> {
  const users = new Map<string, OutputUser[]>();
  const add = (references: readonly Reference[], user: OutputUser): void => {
    const ports = new Set(references.flatMap((reference) => portRead(reference, task)));
    for (const port of ports) users.set(port, [...(users.get(port) ?? []), user]);
  };
  for (const node of nodesOfPipeline(document, pipeline)) {
    const references = isTask(node) ? referencesOfTask(node) : referencesOfGroup(node);
    add(references, { key: node.id, name: node.displayName ?? node.name, kind: 'node' });
  }
  for (const output of pipelineRecord(document, pipeline).outputs) {
    if (output.source === undefined) continue;
    add([output.source], { key: `outputs:${pipeline}`, name: output.name, kind: 'pipeline-output' });
  }
  return users;
}

function portRead(reference: Reference, task: TaskId): readonly string[] {
  const reads = (reference.kind === 'task-output' || reference.kind === 'collected') && reference.task === task;
  return reads ? [reference.output] : [];
}
