import type { TaskOutputReference } from '../model/argument.ts';
import type { PipelineDocument } from '../model/document.ts';
import type { Branch, BranchesGroup, OneOfOutput } from '../model/group.ts';
import type { BodyId, PipelineId, TaskId } from '../model/ids.ts';
import { uniqueName } from '../model/sanitise-names.ts';
import { typeLabel } from '../model/type-label.ts';
import { resolveReference } from './resolve-reference.ts';
import { groupOfBody } from './scopes.ts';
import { interfaceOfTask } from './task-interface.ts';

/** How an output of a task in a branch can come out of the branches. */
export interface FoundOneOf {
  readonly group: BranchesGroup;
  /** As it must be: one that is there already, one with this source added, or a new one. */
  readonly output: OneOfOutput;
  /** Whether every branch has its source, and one of them always runs. */
  readonly isComplete: boolean;
}

/**
 * The one-of output by which a task's output can leave its branches; nothing where it does not stand directly in a
 * branch. In the other branches the likest output of the very same type is taken. KFP SDK: `dsl.OneOf`.
 */
export function oneOfFor(
  document: PipelineDocument,
  pipeline: PipelineId,
  source: TaskOutputReference,
): FoundOneOf | undefined {
  const body = document.tasks.get(source.task)?.parent;
  const owner = body === undefined ? undefined : groupOfBody(document, body);
  const group = owner === undefined ? undefined : document.groups.get(owner);
  const type = typeOf(document, pipeline, source);
  if (group?.kind !== 'branches' || type === undefined) return undefined;
  const output =
    existingOutput(document, pipeline, { group, source, type }) ?? newOutput(document, group, source, type);
  const isComplete = group.branches.length > 1 && group.branches.at(-1)?.condition === undefined;
  return { group, output, isComplete: isComplete && output.sources.length === group.branches.length };
}

interface Wanted {
  readonly group: BranchesGroup;
  readonly source: TaskOutputReference;
  readonly type: string;
}

function existingOutput(
  document: PipelineDocument,
  pipeline: PipelineId,
  { group, source, type }: Wanted,
): OneOfOutput | undefined {
  const same = group.outputs.find(({ sources }) =>
    sources.some(({ task, output }) => task === source.task && output === source.output),
  );
  if (same !== undefined) return same;
  const branch = document.tasks.get(source.task)?.parent;
  const open = group.outputs.find(({ sources }) =>
    sources.every((other) => {
      const isElsewhere = document.tasks.get(other.task)?.parent !== branch;
      return isElsewhere && typeOf(document, pipeline, other) === type;
    }),
  );
  if (open === undefined) return undefined;
  return { name: open.name, sources: inBranchOrder(document, group, [...open.sources, source]) };
}

function newOutput(
  document: PipelineDocument,
  group: BranchesGroup,
  source: TaskOutputReference,
  type: string,
): OneOfOutput {
  const own = document.tasks.get(source.task)?.parent;
  const sources = group.branches.flatMap((branch) => {
    const found = branch.body === own ? source : likestOutput(document, branch.body, source, type);
    return found === undefined ? [] : [found];
  });
  const taken = new Set(group.outputs.map(({ name }) => name));
  return { name: uniqueName(source.output, (name) => taken.has(name), '_'), sources };
}

/** Of the outputs of the same type: of the same component and name, else of the same name, else the first. */
function likestOutput(
  document: PipelineDocument,
  body: BodyId,
  source: TaskOutputReference,
  type: string,
): TaskOutputReference | undefined {
  const model = document.tasks.get(source.task)?.target;
  const candidates = (document.bodies.get(body)?.children ?? []).flatMap((node) => {
    const task = document.tasks.get(node as TaskId);
    if (task === undefined) return [];
    return interfaceOfTask(document, task.id)
      .outputs.filter((port) => typeLabel(port.type) === type)
      .map(({ id }) => ({ task, id, isNamesake: id === source.output }));
  });
  const namesakes = candidates.filter(({ isNamesake }) => isNamesake);
  const isTwin = (key: unknown): boolean => model?.kind === 'component' && key === model.component;
  const twin = namesakes.find(({ task }) => task.target.kind === 'component' && isTwin(task.target.component));
  const best = twin ?? namesakes[0] ?? candidates[0];
  return best === undefined ? undefined : { kind: 'task-output', task: best.task.id, output: best.id };
}

function inBranchOrder(
  document: PipelineDocument,
  group: BranchesGroup,
  sources: readonly TaskOutputReference[],
): readonly TaskOutputReference[] {
  const sourceOf = (branch: Branch): readonly TaskOutputReference[] =>
    sources.filter(({ task }) => document.tasks.get(task)?.parent === branch.body);
  return group.branches.flatMap(sourceOf);
}

/** What nothing is known about has no type that another could equal. */
function typeOf(document: PipelineDocument, pipeline: PipelineId, source: TaskOutputReference): string | undefined {
  const given = resolveReference(document, pipeline, source);
  return given.ok && given.freedom !== 'anything' ? typeLabel(given.type) : undefined;
}
