import type { PipelineDocument, PipelineRecord, TaskRecord } from '../model/document.ts';
import type { Touched } from '../model/edit.ts';
import type { GroupRecord } from '../model/group.ts';
import type { BodyId, NodeId, PipelineId, TaskId } from '../model/ids.ts';
import { bodiesOfGroup, nodeRecord, pipelineOfBody } from '../model/lookups.ts';
import type { AnalysisMemory, Dependency, DependentSubject, PreviousAnalysis } from './analysis-result.ts';
import { keepRanks, type Ranks } from './keep-ranks.ts';
import { upstreamOf } from './upstream.ts';

/** What must be looked at again after an edit. */
export interface Stale {
  readonly nodes: Set<NodeId>;
  readonly pipelines: Set<PipelineId>;
  /** Pipelines whose set of names changed. */
  readonly names: Set<PipelineId>;
  /** Whether what waits for what changed, so that there may be cycles, or others than before. */
  cycles: boolean;
  /** Where that is known not to be so: the order that shows it. */
  ranks?: Ranks;
}

/** Finds what an edit can have affected: what it touched, and what depends on that. */
export function findStale(document: PipelineDocument, { result, touched }: PreviousAnalysis): Stale {
  const before = result.document;
  const stale: Stale = { nodes: new Set(), pipelines: new Set(), names: new Set(), cycles: false };
  for (const node of [...touched.tasks, ...touched.groups]) {
    addNode(document, before, node, stale);
    for (const exitTask of exitTasksOf([nodeRecord(before, node), nodeRecord(document, node)])) {
      // Whether a task is an exit task decides what it may use, and who may use it.
      stale.nodes.add(exitTask);
      addDependents(result.memory, exitTask, stale);
    }
    addDependents(result.memory, node, stale);
  }
  for (const node of touched.missing) addDependents(result.memory, node, stale);
  for (const key of touched.components) addDependents(result.memory, key, stale);
  for (const body of touched.bodies) {
    addBody(document, before, body, stale);
    addDependents(result.memory, body, stale);
  }
  for (const pipeline of touched.pipelines) addPipeline(document, before, pipeline, result.memory, stale);
  addNodesOfTouchedGroups(touched, document, stale);
  const { ranks } = result.memory;
  const kept = ranks === undefined ? undefined : keepRanks(document, before, touched, ranks);
  return kept === undefined ? stale : { ...stale, cycles: false, ranks: kept };
}

function addNode(document: PipelineDocument, before: PipelineDocument, node: NodeId, stale: Stale): void {
  stale.nodes.add(node);
  const old = nodeRecord(before, node);
  const now = nodeRecord(document, node);
  if (old?.parent !== now?.parent || namesOf(old) !== namesOf(now)) {
    if (old !== undefined) stale.names.add(pipelineOfBody(before, old.parent));
    if (now !== undefined) stale.names.add(pipelineOfBody(document, now.parent));
    // A cycle is told by names.
    stale.cycles = true;
  }
  stale.cycles ||= old?.parent !== now?.parent || waitsFor(old) !== waitsFor(now);
}

function exitTasksOf(records: readonly (TaskRecord | GroupRecord | undefined)[]): readonly TaskId[] {
  return records.flatMap((record) =>
    record !== undefined && 'exitTask' in record && record.exitTask !== undefined ? [record.exitTask] : [],
  );
}

/** Names and upstream nodes as texts: equal exactly when nothing about them changed. */
function namesOf(record: TaskRecord | GroupRecord | undefined): string {
  if (record === undefined) return '';
  const branches = 'branches' in record ? record.branches.map((branch) => branch.name) : [];
  return [record.name, ...branches].join(' ');
}

function waitsFor(record: TaskRecord | GroupRecord | undefined): string {
  if (record === undefined) return '';
  const own = 'exitTask' in record ? [record.exitTask] : [];
  const target = 'target' in record && record.target.kind === 'pipeline' ? [record.target.pipeline] : [];
  // A mend of a cycle may take a “run after” away, so these are told apart from data.
  return [...upstreamOf(record), ...own, ...target, '|', ...record.after].join(' ');
}

function addBody(document: PipelineDocument, before: PipelineDocument, body: BodyId, stale: Stale): void {
  for (const version of [before, document]) {
    const owner = version.bodies.get(body)?.owner;
    if (owner?.kind === 'pipeline') stale.pipelines.add(owner.pipeline);
    if (owner?.kind === 'group') stale.nodes.add(owner.group);
    // Of two nodes with one name the later is told, so their order matters.
    if (owner !== undefined) stale.names.add(pipelineOfBody(version, body));
  }
}

function addPipeline(
  document: PipelineDocument,
  before: PipelineDocument,
  id: PipelineId,
  memory: AnalysisMemory,
  stale: Stale,
): void {
  const old = before.pipelines.get(id);
  const now = document.pipelines.get(id);
  stale.pipelines.add(id);
  if (old === undefined || now === undefined) {
    stale.cycles = true;
    stale.names.add(id);
  }
  stale.cycles ||= old?.name !== now?.name;
  for (const name of changedInputs(old, now)) addDependents(memory, `input:${id}:${name}`, stale);
  if (old?.inputs !== now?.inputs || old?.outputs !== now?.outputs || old?.platform !== now?.platform) {
    addDependents(memory, id, stale);
  }
}

function changedInputs(old: PipelineRecord | undefined, now: PipelineRecord | undefined): readonly string[] {
  if (old?.inputs === now?.inputs) return [];
  const kept = new Set(old?.inputs.filter((input) => now?.inputs.includes(input)));
  return [...(old?.inputs ?? []), ...(now?.inputs ?? [])].filter((input) => !kept.has(input)).map(({ name }) => name);
}

/** What stands in a moved or changed group is looked at again: its scope may be another one. */
function addNodesOfTouchedGroups(touched: Touched, document: PipelineDocument, stale: Stale): void {
  const groups = [...touched.groups];
  for (let id = groups.pop(); id !== undefined; id = groups.pop()) {
    const group = document.groups.get(id);
    if (group === undefined) continue;
    for (const node of bodiesOfGroup(group).flatMap((body) => document.bodies.get(body)?.children ?? [])) {
      stale.nodes.add(node);
      if (document.groups.has(node as GroupRecord['id'])) groups.push(node as GroupRecord['id']);
    }
  }
}

function addDependents(memory: AnalysisMemory, dependency: Dependency, stale: Stale): void {
  for (const subject of memory.dependents.get(dependency) ?? []) addSubject(subject, stale);
}

function addSubject(subject: DependentSubject, stale: Stale): void {
  if (subject.startsWith('p')) stale.pipelines.add(subject as PipelineId);
  else stale.nodes.add(subject as NodeId);
}
