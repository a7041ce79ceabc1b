import type { PipelineDocument } from '../model/document.ts';
import type { GroupId, NodeId, PipelineId, TaskId } from '../model/ids.ts';
import { pipelineOfBody } from '../model/lookups.ts';
import { idNumber } from '../model/new-ids.ts';
import { isLayoutOnly } from '../model/touched.ts';
import type { AnalysisMemory, AnalysisResult, Dependency, PreviousAnalysis, Subject } from './analysis-result.ts';
import { checkGroupRecord, checkNames, checkPipelineRecord, checkTask } from './check-subjects.ts';
import { dependenciesOfGroup, dependenciesOfPipeline, dependenciesOfTask } from './dependencies.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { findStale, type Stale } from './find-stale.ts';
import type { Ranks } from './keep-ranks.ts';
import { checkCycles } from './rules/cycles.ts';
import { createWorkingMemory, type WorkingMemory } from './working-memory.ts';

/**
 * Finds everything that is wrong or doubtful about a document, whatever it is compiled for. O(tasks + edges).
 * With the result of the version before and what the edit touched, only what that can affect is looked at again;
 * the outcome is the same.
 */
export function checkDocument(document: PipelineDocument, previous?: PreviousAnalysis): AnalysisResult {
  if (previous === undefined) return checkStale(document, everything(document));
  if (previous.result.document === document) return previous.result;
  if (isLayoutOnly(previous.touched)) return { ...previous.result, document };
  return checkStale(document, findStale(document, previous), previous.result);
}

function everything(document: PipelineDocument): Stale {
  return {
    nodes: new Set<NodeId>([...document.tasks.keys(), ...document.groups.keys()]),
    pipelines: new Set(document.pipelines.keys()),
    names: new Set(document.pipelines.keys()),
    cycles: true,
  };
}

function checkStale(document: PipelineDocument, stale: Stale, previous?: AnalysisResult): AnalysisResult {
  const memory = createWorkingMemory(previous?.memory);
  for (const node of stale.nodes) checkNode(document, node, memory, stale);
  for (const pipeline of stale.pipelines) checkOnePipeline(document, pipeline, memory);
  for (const id of stale.names) {
    const pipeline = document.pipelines.get(id);
    memory.setFound(`names:${id}`, pipeline === undefined ? [] : checkNames(document, pipeline));
  }
  if (!stale.cycles) return resultOf(document, withRanks(memory, stale.ranks ?? previous?.memory.ranks), previous);
  const { found, ranks } = checkCycles(document);
  memory.setFound('cycles', found);
  return resultOf(document, withRanks(memory, ranks), previous);
}

function withRanks({ found, dependencies, dependents }: WorkingMemory, ranks: Ranks | undefined): AnalysisMemory {
  return { found, dependencies, dependents, ...(ranks === undefined ? {} : { ranks }) };
}

function checkNode(document: PipelineDocument, node: NodeId, memory: WorkingMemory, stale: Stale): void {
  const task = document.tasks.get(node as TaskId);
  const group = document.groups.get(node as GroupId);
  const parent = (task ?? group)?.parent;
  const pipelineId = parent === undefined ? undefined : pipelineOfBody(document, parent);
  const pipeline = pipelineId === undefined ? undefined : document.pipelines.get(pipelineId);
  let found: readonly Diagnostic[] = [];
  let dependencies: readonly Dependency[] = [];
  if (pipeline !== undefined && task !== undefined) {
    found = checkTask(document, pipeline, task);
    dependencies = dependenciesOfTask(document, pipeline.id, task);
  } else if (pipeline !== undefined && group !== undefined) {
    found = checkGroupRecord(document, pipeline, group);
    dependencies = dependenciesOfGroup(document, pipeline.id, group);
  }
  memory.setFound(node, found);
  for (const changed of memory.setDependencies(node, dependencies)) {
    // Whether an input is used is the pipeline's matter.
    if (changed.startsWith('input:')) stale.pipelines.add(changed.split(':')[1] as PipelineId);
  }
}

function checkOnePipeline(document: PipelineDocument, id: PipelineId, memory: WorkingMemory): void {
  const pipeline = document.pipelines.get(id);
  memory.setDependencies(id, pipeline === undefined ? [] : dependenciesOfPipeline(document, pipeline));
  const isUsed = (input: string): boolean => (memory.dependents.get(`input:${id}:${input}`)?.size ?? 0) > 0;
  memory.setFound(id, pipeline === undefined ? [] : checkPipelineRecord(document, pipeline, isUsed));
}

function resultOf(document: PipelineDocument, memory: AnalysisMemory, previous?: AnalysisResult): AnalysisResult {
  const subjects = inOrder(memory.found);
  const diagnostics = subjects.flatMap(({ list }) => list);
  const kept = previous !== undefined && isSameList(previous.diagnostics, diagnostics) ? previous : undefined;
  return {
    document,
    diagnostics: kept?.diagnostics ?? diagnostics,
    byNode: kept?.byNode ?? groupByNode(subjects, previous?.byNode),
    counts: kept?.counts ?? countSeverities(diagnostics),
    memory,
  };
}

interface FoundSubject {
  readonly subject: Subject;
  readonly list: readonly Diagnostic[];
  readonly rank: number;
  readonly number: number;
}

/** Pipelines first, then their names, then cycles, then nodes in the order of their creation. Nearly in order already. */
function inOrder(found: AnalysisMemory['found']): readonly FoundSubject[] {
  const subjects: FoundSubject[] = [];
  for (const [subject, list] of found) {
    subjects.push({ subject, list, rank: rankOf(subject), number: numberOf(subject) });
  }
  return subjects.sort((left, right) => left.rank - right.rank || left.number - right.number);
}

const NODE_RANK = 3;

function rankOf(subject: Subject): number {
  if (subject.startsWith('names:')) return 1;
  if (subject === 'cycles') return 2;
  return subject.startsWith('p') ? 0 : NODE_RANK;
}

function numberOf(subject: Subject): number {
  return subject === 'cycles' ? 0 : idNumber(subject.slice(subject.indexOf(':') + 1));
}

/** What was found about a node itself is its list; others (names, cycles) may have something about it too. */
function groupByNode(
  subjects: readonly FoundSubject[],
  previous: AnalysisResult['byNode'] | undefined,
): AnalysisResult['byNode'] {
  const byNode = new Map<NodeId, readonly Diagnostic[]>();
  const shared = new Set<NodeId>();
  for (const { subject, list, rank } of subjects) {
    if (rank === NODE_RANK && !shared.has(subject as NodeId)) {
      byNode.set(subject as NodeId, list);
      continue;
    }
    for (const diagnostic of list) {
      const { node } = diagnostic.place;
      if (node === undefined) continue;
      shared.add(node);
      byNode.set(node, [...(byNode.get(node) ?? []), diagnostic]);
    }
  }
  for (const node of shared) {
    const before = previous?.get(node);
    const now = byNode.get(node);
    if (before !== undefined && now !== undefined && isSameList(before, now)) byNode.set(node, before);
  }
  return byNode;
}

function countSeverities(diagnostics: readonly Diagnostic[]): AnalysisResult['counts'] {
  const counts: { [S in Severity]: number } = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

function isSameList(left: readonly Diagnostic[], right: readonly Diagnostic[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}
