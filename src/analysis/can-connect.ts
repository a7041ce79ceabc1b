import type { Argument, Reference } from '../model/argument.ts';
import type { PipelineDocument, TaskRecord } from '../model/document.ts';
import type { NodeId, TaskId } from '../model/ids.ts';
import { nodeRecord, pipelineOfNode } from '../model/lookups.ts';
import type { PortType } from '../model/port-type.ts';
import { typeLabel } from '../model/type-label.ts';
import { checkGiven, type Given } from './check-given.ts';
import { checkOutputScope } from './check-output-scope.ts';
import { checkAfterScope, checkScope } from './check-scope.ts';
import type { ConnectionCheck, ConnectionSource, ConnectionVerdict } from './connection.ts';
import { createCycleCheck } from './cycle-check.ts';
import { isExitTask } from './exit-tasks.ts';
import { type OfferRequest, offersFor } from './offers.ts';
import { resolveReference } from './resolve-reference.ts';
import { comesFromTask } from './rules/final-status.ts';
import { interfaceOfTask } from './task-interface.ts';
import { producerOf } from './upstream.ts';

/**
 * Prepares the check of one wire-drawing gesture: what can be reached is looked up once, so that each target is
 * answered in O(ports). Refuses what KFP would refuse, with the reason.
 */
export function createConnectionCheck(document: PipelineDocument, source: ConnectionSource): ConnectionCheck {
  const given = resolveReference(document, source.pipeline, source.reference);
  const producer = producerOf(source.reference);
  const closesCycle = producer === undefined ? () => undefined : createCycleCheck(document, producer);
  return (target) => {
    if (!given.ok) return given;
    if ('output' in target) return checkOutputTarget(document, source, given, target.output);
    return checkTaskTarget(document, source, given, target, closesCycle);
  };
}

/** Whether a node may run after another one ("run after" wire). */
export function canRunAfter(document: PipelineDocument, node: NodeId, upstream: NodeId): ConnectionVerdict {
  const problem = checkExitTask(document, node, upstream) ?? checkAfterScope(document, node, upstream);
  if (problem !== undefined) return problem;
  if (nodeRecord(document, node)?.after.includes(upstream) === true) {
    return { ok: false, code: 'already-after', values: namesOf(document, [node, upstream]) };
  }
  return createCycleCheck(document, upstream)(node) ?? { ok: true };
}

function checkTaskTarget(
  document: PipelineDocument,
  source: ConnectionSource,
  given: Given,
  target: { readonly task: TaskId; readonly port: string },
  closesCycle: (consumer: NodeId) => ConnectionVerdict | undefined,
): ConnectionVerdict {
  if (pipelineOfNode(document, target.task) !== source.pipeline) {
    return { ok: false, code: 'other-pipeline', values: { task: nodeRecord(document, target.task)?.name ?? '' } };
  }
  const refusal = checkExitTask(document, target.task, producerOf(source.reference));
  if (refusal !== undefined) return refusal;
  const port = interfaceOfTask(document, target.task).inputs.find((input) => input.id === target.port);
  const task = document.tasks.get(target.task);
  const request: OfferRequest = {
    place: { kind: 'port', ...target },
    consumer: target.task,
    takes: (other) => port !== undefined && checkGiven(other, port.type) === undefined,
  };
  const cycle = closesCycle(target.task);
  const scopeProblem = checkScope(document, target.task, source.reference);
  if (scopeProblem !== undefined) {
    return cycle === undefined ? withOffers(document, source, scopeProblem, request) : scopeProblem;
  }
  if (cycle !== undefined) return cycle;
  if (port === undefined || task === undefined) {
    return { ok: false, code: 'unknown-argument', values: { task: task?.name ?? '', port: target.port } };
  }
  if (!mayComeFromFailure(document, task, port, source.reference)) {
    return { ok: false, code: 'ignored-failure-needs-default', values: { task: task.name, port: port.name } };
  }
  const verdict = checkType(given, port.type, port.name, task.arguments[target.port]);
  return verdict.ok ? verdict : withOffers(document, source, verdict, request);
}

/** KFP SDK: what runs after failures needs a default wherever a failed task would have given the value. */
export function mayComeFromFailure(
  document: PipelineDocument,
  { options }: TaskRecord,
  port: { readonly optional: boolean },
  reference: Reference,
): boolean {
  return options.ignoreUpstreamFailure !== true || port.optional || !comesFromTask(document, reference);
}

/** What an exit handler runs at its end waits for that handler alone. */
function checkExitTask(
  document: PipelineDocument,
  node: NodeId,
  producer: NodeId | undefined,
): (ConnectionVerdict & { readonly ok: false }) | undefined {
  if (producer === undefined || !isExitTask(document, node)) return undefined;
  return { ok: false, code: 'exit-task-depends', values: { task: nodeRecord(document, node)?.name ?? '' } };
}

function checkOutputTarget(
  document: PipelineDocument,
  source: ConnectionSource,
  given: Given,
  name: string,
): ConnectionVerdict {
  const output = document.pipelines.get(source.pipeline)?.outputs.find((candidate) => candidate.name === name);
  const problem = checkOutputScope(document, source.pipeline, source.reference);
  if (problem !== undefined) {
    return withOffers(document, source, problem, {
      place: { kind: 'output', pipeline: source.pipeline, output: name },
      takes: (other) => output === undefined || checkGiven(other, output.type) === undefined,
    });
  }
  if (output === undefined) return { ok: true };
  return checkType(given, output.type, name, output.source);
}

function checkType(given: Given, expected: PortType, port: string, replaces: Argument | undefined): ConnectionVerdict {
  const code = checkGiven(given, expected);
  if (code !== undefined) {
    return { ok: false, code, values: { port, given: typeLabel(given.type), expected: typeLabel(expected) } };
  }
  return { ok: true, ...(replaces === undefined ? {} : { replaces }) };
}

function withOffers(
  document: PipelineDocument,
  source: ConnectionSource,
  refusal: ConnectionVerdict & { readonly ok: false },
  request: OfferRequest,
): ConnectionVerdict {
  const offers = offersFor(document, source.pipeline, source.reference, request);
  return offers.length === 0 ? refusal : { ...refusal, offers };
}

function namesOf(document: PipelineDocument, nodes: readonly [NodeId, NodeId]): { task: string; upstream: string } {
  const [task, upstream] = nodes.map((node) => nodeRecord(document, node)?.name ?? '');
  return { task: task ?? '', upstream: upstream ?? '' };
}
