import type { PipelineDocument } from '../../src/model/document.ts';
import type { BodyId, GroupId, LayoutKey, TaskId } from '../../src/model/ids.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

type Placed = Pick<PipelineDocument, 'layout' | 'tasks' | 'groups' | 'bodies'>;

/**
 * Places what has no position: where the arrangement of everything would have it, seen from the nearest node of the same
 * body that has one. What has a position stays.
 */
export function placeAmongOthers(
  arranged: ReadonlyMap<LayoutKey, Spot>,
  document: Placed,
): ReadonlyMap<LayoutKey, Spot> {
  const groupsOfBody = new Map<BodyId | undefined, Map<LayoutKey, Spot>>();
  for (const [key, spot] of arranged) {
    const parent = parentOf(document, key);
    const siblings = groupsOfBody.get(parent);
    if (siblings === undefined) groupsOfBody.set(parent, new Map([[key, spot]]));
    else siblings.set(key, spot);
  }
  return new Map([...groupsOfBody.values()].flatMap((siblings) => [...placeAmongSiblings(siblings, document)]));
}

/** None for what counts from the canvas itself: the nodes of the pipeline's own body and the terminal nodes. */
function parentOf({ tasks, groups, bodies }: Placed, key: LayoutKey): BodyId | undefined {
  const parent = (tasks.get(key as TaskId) ?? groups.get(key as GroupId))?.parent;
  const owner = parent === undefined ? undefined : bodies.get(parent)?.owner;
  return owner?.kind === 'group' ? parent : undefined;
}

function placeAmongSiblings(
  arranged: ReadonlyMap<LayoutKey, Spot>,
  document: Pick<PipelineDocument, 'layout'>,
): ReadonlyMap<LayoutKey, Spot> {
  const anchors = [...arranged].filter(([key]) => document.layout.has(key));
  const placed = new Map<LayoutKey, Spot>();
  for (const [key, spot] of arranged) {
    if (document.layout.has(key)) continue;
    const anchor = nearest(anchors, spot);
    const real = anchor === undefined ? undefined : document.layout.get(anchor[0]);
    if (anchor === undefined || real === undefined) placed.set(key, spot);
    else placed.set(key, { x: real.x + spot.x - anchor[1].x, y: real.y + spot.y - anchor[1].y });
  }
  return placed;
}

function nearest(anchors: readonly (readonly [LayoutKey, Spot])[], spot: Spot): readonly [LayoutKey, Spot] | undefined {
  let best: readonly [LayoutKey, Spot] | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const anchor of anchors) {
    const [, { x, y }] = anchor;
    const far = Math.hypot(x - spot.x, y - spot.y);
    if (far < distance) [best, distance] = [anchor, far];
  }
  return best;
}
