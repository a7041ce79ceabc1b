import type { PipelineDocument } from '../../model/document.ts';
import type { GroupId, NodeId, PipelineId, TaskId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import type { IrChange } from './ir-change.ts';

/**
 * What an imported file says beyond the model, as changes to what is compiled. It stands under `ir` among the unknown
 * fields of a task, group, definition or document, and survives the native file as those do.
 */
export interface IrOverlay {
  readonly task?: readonly IrChange[];
  /** Of groups, sub-pipelines and the root. */
  readonly component?: readonly IrChange[];
  readonly executor?: readonly IrChange[];
  /** The executor's entry by platform. */
  readonly platforms?: { readonly [platform: string]: readonly IrChange[] };
  readonly wires?: WireOverlay;
}

/** Changes to wires. They only hold while nothing around was edited: `of` tells. */
export interface WireOverlay {
  readonly of: string;
  readonly task?: readonly IrChange[];
  readonly component?: readonly IrChange[];
}

/** What the document's own `ir` may hold beside the overlay of its root. */
export interface FileOverlay {
  readonly root?: IrOverlay;
  readonly spec?: readonly IrChange[];
  readonly platform?: readonly IrChange[];
}

/** Whose overlay it is. A branch that is not alone has its own, kept by its group. */
export type OverlayOwner =
  | { readonly kind: 'node'; readonly id: NodeId }
  | { readonly kind: 'branch'; readonly group: GroupId; readonly name: string }
  | { readonly kind: 'definition'; readonly id: PipelineId };

const KEY = 'ir';

/** The overlay of a part of a document. */
export function overlayOf(document: PipelineDocument, owner: OverlayOwner): IrOverlay | undefined {
  switch (owner.kind) {
    case 'node':
      return irOf<IrOverlay>(
        document.tasks.get(owner.id as TaskId)?.unknown ?? document.groups.get(owner.id as GroupId)?.unknown,
      );
    case 'branch': {
      const all = irOf<BranchOverlays>(document.groups.get(owner.group)?.unknown)?.branches;
      return all !== undefined && Object.hasOwn(all, owner.name) ? all[owner.name] : undefined;
    }
    case 'definition':
      return irOf<IrOverlay>(document.pipelines.get(owner.id)?.unknown);
  }
}

/** Overlays of branches, in the `ir` of their group. */
export interface BranchOverlays {
  readonly branches?: { readonly [name: string]: IrOverlay };
}

/** The document's own overlay. */
export function fileOverlayOf(document: PipelineDocument): FileOverlay | undefined {
  return irOf<FileOverlay>(document.unknown);
}

/** The unknown fields of a record with an overlay among them. */
export function withOverlay(unknown: JsonObject | undefined, overlay: object): JsonObject {
  return { ...unknown, [KEY]: { ...irOf<object>(unknown), ...overlay } } as unknown as JsonObject;
}

/** Whether there is anything to be written back. */
export function hasOverlays({ tasks, groups, pipelines, unknown }: PipelineDocument): boolean {
  if (irOf(unknown) !== undefined) return true;
  for (const records of [tasks, groups, pipelines]) {
    for (const record of records.values()) if (irOf(record.unknown) !== undefined) return true;
  }
  return false;
}

/** A file may hold anything there; what is no overlay is none. */
function irOf<Overlay>(unknown: JsonObject | undefined): Overlay | undefined {
  const found = unknown?.[KEY];
  return typeof found === 'object' && found !== null && !Array.isArray(found)
    ? (found as unknown as Overlay)
    : undefined;
}
