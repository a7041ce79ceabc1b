import { meetingOf } from '../../analysis/scopes.ts';
import type { Reference } from '../../model/argument.ts';
import type { PipelineDocument, TaskRecord } from '../../model/document.ts';
import { nameOfNode } from '../../model/document-path.ts';
import type { NodeId } from '../../model/ids.ts';
import { nodeRecord } from '../../model/lookups.ts';
import { nodeOfReference, referencesOf, referencesOfSettings } from '../../model/references.ts';
import { compareCodePoints } from '../../yaml/compare-code-points.ts';

/**
 * The nodes a task waits for by what it takes from them: through arguments, an importer's metadata and Kubernetes
 * settings. KFP SDK: references in resources and in the image make no dependency.
 */
export function impliedUpstream(task: TaskRecord): ReadonlySet<NodeId> {
  const references: Reference[] = Object.values(task.arguments).flatMap(referencesOf);
  if (task.target.kind === 'importer' && task.target.metadata !== undefined) {
    references.push(...referencesOf(task.target.metadata));
  }
  references.push(...referencesOfSettings(task.options.kubernetes));
  return new Set(references.map(nodeOfReference).filter((node) => node !== undefined));
}

/** `dependentTasks` of the IR: siblings only, sorted by code point. KFP SDK: `get_dependencies`. */
export function dependentTasksOf(document: PipelineDocument, task: TaskRecord): readonly string[] {
  const siblings = new Set<NodeId>();
  for (const node of [...impliedUpstream(task), ...task.after]) {
    const isSibling = nodeRecord(document, node)?.parent === task.parent;
    const sibling = isSibling ? node : meetingOf(document, node, task.id)?.upstream;
    if (sibling !== undefined) siblings.add(sibling);
  }
  return [...siblings].map((node) => nameOfNode(document, node)).sort(compareCodePoints);
}
