import type { Reference } from '../../../src/model/argument.ts';
import type { LayoutKey } from '../../../src/model/ids.ts';
import { type EdgeKey, edgeIdOf } from './edge-id.ts';
import type { WireLook } from './port-look.ts';
import type { WireEnd } from './wire-ends.ts';

/** A wire with its two ends as the canvas has them. */
export interface Wire {
  readonly id: string;
  readonly key: EdgeKey;
  readonly source: LayoutKey;
  readonly sourceHandle: string;
  readonly target: LayoutKey;
  readonly targetHandle: string;
  readonly look: WireLook;
  /** All iterations' outputs as a list. */
  readonly isCollected: boolean;
}

/** A wire between two ends; none where one is not there or both are inside one collapsed group. */
export function createWire(
  key: EdgeKey,
  source: WireEnd | undefined,
  target: WireEnd,
  look: WireLook,
  reference?: Reference,
): Wire | undefined {
  if (source === undefined || (source.node === target.node && !isOwnPort(key, source))) return undefined;
  return {
    id: edgeIdOf(key),
    key,
    source: source.node,
    sourceHandle: source.handle,
    target: target.node,
    targetHandle: target.handle,
    look,
    isCollected: reference?.kind === 'collected',
  };
}

/** A task that feeds itself is a mistake to be seen. */
function isOwnPort(key: EdgeKey, source: WireEnd): boolean {
  return key.kind === 'argument' && key.task === source.node;
}
