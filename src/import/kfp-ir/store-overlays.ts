import type { IrChange } from '../../compile/overlay/ir-change.ts';
import { type FileOverlay, type IrOverlay, type OverlayOwner, withOverlay } from '../../compile/overlay/ir-overlay.ts';
import type { PipelineDocument } from '../../model/document.ts';
import type { GroupId, TaskId } from '../../model/ids.ts';
import type { ImportNote } from '../import-result.ts';

/** A document that also keeps what its file says beyond the model. */
export interface KeptResidue {
  readonly document: PipelineDocument;
  /** One for each thing that was kept, with its place. */
  readonly kept: readonly ImportNote[];
}

/** What is kept for a part of a document; without an owner, for the document itself. */
export interface StoredOverlay {
  readonly owner: OverlayOwner | undefined;
  /** Where it stands in the IR. */
  readonly path: string;
  readonly overlay: IrOverlay | FileOverlay;
}

/** Puts overlays into the unknown fields of the records they belong to, and notes each change with its place. */
export function storeOverlays(
  document: PipelineDocument,
  overlays: readonly StoredOverlay[],
  noted: readonly ImportNote[] = [],
): KeptResidue {
  const filled = overlays.filter(({ overlay }) => Object.keys(overlay).length > 0);
  if (filled.length === 0) return { document, kept: noted };
  const tasks = new Map(document.tasks);
  const groups = new Map(document.groups);
  const pipelines = new Map(document.pipelines);
  let { unknown } = document;
  for (const { owner, overlay } of filled) {
    if (owner === undefined) unknown = withOverlay(unknown, overlay);
    else if (owner.kind === 'definition') {
      const pipeline = pipelines.get(owner.id);
      if (pipeline !== undefined)
        pipelines.set(owner.id, { ...pipeline, unknown: withOverlay(pipeline.unknown, overlay) });
    } else if (owner.kind === 'branch') {
      const group = groups.get(owner.group);
      if (group !== undefined) {
        groups.set(owner.group, { ...group, unknown: withBranch(group.unknown, owner.name, overlay) });
      }
    } else {
      const task = tasks.get(owner.id as TaskId);
      const group = groups.get(owner.id as GroupId);
      if (task !== undefined) tasks.set(task.id, { ...task, unknown: withOverlay(task.unknown, overlay) });
      if (group !== undefined) groups.set(group.id, { ...group, unknown: withOverlay(group.unknown, overlay) });
    }
  }
  const kept = [...noted, ...filled.flatMap(notesOf)];
  return { document: { ...document, tasks, groups, pipelines, ...(unknown === undefined ? {} : { unknown }) }, kept };
}

type Unknown = PipelineDocument['unknown'];

function withBranch(unknown: Unknown, name: string, overlay: object) {
  const before = (unknown?.ir as { readonly branches?: object } | undefined)?.branches;
  return withOverlay(unknown, { branches: { ...before, [name]: overlay } });
}

/** One note for each change: the path in the IR and the field. */
function notesOf({ path, overlay }: StoredOverlay): readonly ImportNote[] {
  return placesOf(overlay).map((at) => {
    const field = at.join('.');
    return { code: 'kept-unknown', values: { path: path === '' ? field : `${path}: ${field}` } };
  });
}

function placesOf(overlay: IrOverlay | FileOverlay): readonly (readonly string[])[] {
  const { root, spec, platform } = overlay as FileOverlay;
  const { task, component, executor, platforms, wires } = overlay as IrOverlay;
  const own = [task, component, executor, spec, platform, wires?.task, wires?.component];
  return [
    ...own.flatMap((changes: readonly IrChange[] | undefined) => changes ?? []).map(({ at }) => at),
    ...Object.entries(platforms ?? {}).flatMap(([name, changes]) => changes.map(({ at }) => [name, ...at])),
    ...(root === undefined ? [] : placesOf(root)),
  ];
}
