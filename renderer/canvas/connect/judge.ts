import { canRunAfter, createConnectionCheck } from '../../../src/analysis/can-connect.ts';
import type { ConnectionCheck, ConnectionVerdict } from '../../../src/analysis/connection.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { PipelineId } from '../../../src/model/ids.ts';
import { type CanvasPort, isSource, sourceOfPort, targetOfPort } from './canvas-port.ts';
import { isGroupTarget, judgeGroupWire } from './group-wire.ts';

/** Answers, for one wire-drawing gesture, whether the wire may end at a port. */
export type Judge = (other: CanvasPort) => ConnectionVerdict;

const NOT_A_TARGET: ConnectionVerdict = { ok: false, code: 'not-a-target', values: {} };
const FINE: ConnectionVerdict = { ok: true };

/**
 * Prepares a gesture that starts at a port. From an output everything reachable is looked up once; from an input each
 * possible source is looked up when it is first asked about.
 */
export function createJudge(document: PipelineDocument, pipeline: PipelineId, from: CanvasPort): Judge {
  const judge = isSource(from) ? judgeFromSource(document, pipeline, from) : judgeFromTarget(document, pipeline, from);
  const known = new Map<string, ConnectionVerdict>();
  return (other) => {
    const key = JSON.stringify(other);
    const verdict = known.get(key) ?? judge(other);
    known.set(key, verdict);
    return verdict;
  };
}

function judgeFromSource(document: PipelineDocument, pipeline: PipelineId, from: CanvasPort): Judge {
  if (from.kind === 'after-out') {
    return (other) => (other.kind === 'after-in' ? canRunAfter(document, other.node, from.node) : NOT_A_TARGET);
  }
  if (from.kind === 'new-input') return (other) => (other.kind === 'task-input' ? FINE : NOT_A_TARGET);
  const source = sourceOfPort(from, pipeline);
  const check: ConnectionCheck = source === undefined ? () => NOT_A_TARGET : createConnectionCheck(document, source);
  return (other) => {
    if (other.kind === 'new-output') return makesOutput(from) ? FINE : NOT_A_TARGET;
    if (isGroupTarget(other)) {
      return (source === undefined ? undefined : judgeGroupWire(document, source.reference, other)) ?? NOT_A_TARGET;
    }
    const target = targetOfPort(other);
    return target === undefined ? NOT_A_TARGET : check(target);
  };
}

function judgeFromTarget(document: PipelineDocument, pipeline: PipelineId, from: CanvasPort): Judge {
  if (from.kind === 'after-in') {
    return (other) => (other.kind === 'after-out' ? canRunAfter(document, from.node, other.node) : NOT_A_TARGET);
  }
  if (from.kind === 'new-output') return (other) => (makesOutput(other) ? FINE : NOT_A_TARGET);
  if (isGroupTarget(from)) {
    return (other) => {
      const source = sourceOfPort(other, pipeline);
      return (source === undefined ? undefined : judgeGroupWire(document, source.reference, from)) ?? NOT_A_TARGET;
    };
  }
  const target = targetOfPort(from);
  return (other) => {
    if (other.kind === 'new-input') return from.kind === 'task-input' ? FINE : NOT_A_TARGET;
    const source = sourceOfPort(other, pipeline);
    if (source === undefined || target === undefined) return NOT_A_TARGET;
    return createConnectionCheck(document, source)(target);
  };
}

/** Whether a new output of the pipeline may be made of what comes out of a port. */
function makesOutput(port: CanvasPort): boolean {
  return port.kind === 'task-output' || port.kind === 'one-of-output';
}
