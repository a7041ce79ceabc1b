import type { BodyId } from '../../../src/model/ids.ts';
import type { GroupSpec } from './group-spec.ts';
import {
  AFTER_IN,
  AFTER_OUT,
  HEADER_HEIGHT,
  NODE_PADDING,
  NODE_WIDTH,
  type PortPlace,
  ROW_HEIGHT,
} from './node-size.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The frame of one branch, relative to the frame of its group. */
export interface Lane extends Box {
  readonly body: BodyId;
}

/** A group as it is drawn: where, how large, with the frames of its branches and its ports. */
export interface Frame {
  readonly box: Box;
  readonly lanes: readonly Lane[];
  /** Relative to the frame. */
  readonly ports: readonly PortPlace[];
  readonly isCollapsed: boolean;
}

export const TITLE_HEIGHT = HEADER_HEIGHT;
export const LANE_TITLE_HEIGHT = 30;
/** Width of the rows inside a frame's border: the loop's item, or the outputs of branches. */
export const COLUMN_WIDTH = 112;
const COLUMN_GAP = 44;
const COLUMN_TOP = TITLE_HEIGHT + 8;
const PADDING = 20;
const LANE_PADDING = 16;
/** A task's state in a run stands below it. */
const BELOW = 36;
const LEAST_WIDTH = 280;
const LEAST_HEIGHT = 120;

/** Handles of groups. Items and one-of outputs carry a name behind a colon. */
export const ITEMS_IN = 'items-in';
export const ITEM_OUT = 'item-out';
export const CONDITION_IN = 'condition-in';
export const ONE_OF_IN = 'one-of-in';
export const ONE_OF_OUT = 'one-of-out';
/** Where wires of what a collapsed group hides end. */
export const INNER_IN = 'inner-in';
export const INNER_OUT = 'inner-out';

/** How far contents stand from the border of their frame. */
export interface FramePadding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The room around the contents of a group, or around the frames of its branches. */
export function paddingOf(spec: GroupSpec): FramePadding {
  const side = spec.hasLanes ? LANE_PADDING : PADDING;
  return {
    top: TITLE_HEIGHT + side,
    bottom: spec.hasLanes ? side : BELOW,
    left: spec.items.length > 0 ? COLUMN_WIDTH + COLUMN_GAP : side,
    right: spec.results.length > 0 ? COLUMN_WIDTH + COLUMN_GAP : side,
  };
}

/** The room around the contents of a branch. */
export const LANE_ROOM: FramePadding = {
  top: LANE_TITLE_HEIGHT + LANE_PADDING,
  right: LANE_PADDING,
  bottom: BELOW,
  left: LANE_PADDING,
};

/** The least size of a group's frame. */
export function leastSize(spec: GroupSpec): { readonly width: number; readonly height: number } {
  const rows = Math.max(spec.items.length, spec.results.length);
  const columns = (spec.items.length > 0 ? 1 : 0) + (spec.results.length > 0 ? 1 : 0);
  return {
    width: LEAST_WIDTH + columns * COLUMN_GAP,
    height: Math.max(LEAST_HEIGHT, COLUMN_TOP + rows * ROW_HEIGHT + LANE_PADDING),
  };
}

/** The least size of a branch's frame. */
export const LEAST_LANE = { width: LEAST_WIDTH - 2 * LANE_PADDING, height: 84 };

/** The size of a group that hides its contents. */
export function collapsedSize(spec: GroupSpec): { readonly width: number; readonly height: number } {
  const rows = 1 + spec.results.length;
  return { width: NODE_WIDTH, height: HEADER_HEIGHT + NODE_PADDING * 2 + rows * ROW_HEIGHT };
}

/** The ports of a group's frame. `lanes` are relative to it. */
export function portsOfFrame(
  spec: GroupSpec,
  { width }: { readonly width: number },
  lanes: readonly Lane[],
): PortPlace[] {
  const rowMiddle = (row: number): number => COLUMN_TOP + row * ROW_HEIGHT + ROW_HEIGHT / 2;
  const conditions = lanes.length > 0 ? lanes : [{ x: 0, y: TITLE_HEIGHT - LANE_TITLE_HEIGHT }];
  return [
    ...afterPorts(width, 12),
    ...(spec.items.length > 0 ? [{ handle: ITEMS_IN, side: 'in', x: 0, y: rowMiddle(0) } as const] : []),
    ...spec.items.map(
      (field, row): PortPlace => ({ handle: itemHandle(field), side: 'out', x: COLUMN_WIDTH, y: rowMiddle(row) }),
    ),
    ...conditions.map(
      ({ x, y }, index): PortPlace => ({
        handle: `${CONDITION_IN}:${index}`,
        side: 'in',
        x,
        y: y + LANE_TITLE_HEIGHT / 2,
      }),
    ),
    ...spec.results.flatMap((name, row): PortPlace[] => [
      { handle: `${ONE_OF_IN}:${name}`, side: 'in', x: width - COLUMN_WIDTH, y: rowMiddle(row) },
      { handle: `${ONE_OF_OUT}:${name}`, side: 'out', x: width, y: rowMiddle(row) },
    ]),
  ];
}

/** The ports of a group that hides its contents: one for all that goes in, one for all that comes out. */
export function portsOfCollapsed(spec: GroupSpec): PortPlace[] {
  const rowMiddle = (row: number): number => HEADER_HEIGHT + NODE_PADDING + row * ROW_HEIGHT + ROW_HEIGHT / 2;
  return [
    ...afterPorts(NODE_WIDTH, HEADER_HEIGHT / 2),
    { handle: INNER_IN, side: 'in', x: 0, y: rowMiddle(0) },
    { handle: INNER_OUT, side: 'out', x: NODE_WIDTH, y: rowMiddle(0) },
    ...spec.results.map(
      (name, row): PortPlace => ({
        handle: `${ONE_OF_OUT}:${name}`,
        side: 'out',
        x: NODE_WIDTH,
        y: rowMiddle(row + 1),
      }),
    ),
  ];
}

function afterPorts(width: number, y: number): readonly PortPlace[] {
  return [
    { handle: AFTER_IN, side: 'in', x: 0, y },
    { handle: AFTER_OUT, side: 'out', x: width, y },
  ];
}

/** The handle of a loop's item, or of one field of it. */
export function itemHandle(field: string): string {
  return field === '' ? ITEM_OUT : `${ITEM_OUT}:${field}`;
}

/** The box around boxes, with room on each side; undefined around nothing. */
export function boxAround(boxes: readonly Box[], room: FramePadding): Box | undefined {
  if (boxes.length === 0) return undefined;
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return {
    x: left - room.left,
    y: top - room.top,
    width: right - left + room.left + room.right,
    height: bottom - top + room.top + room.bottom,
  };
}

/** A box that is at least of a size, growing to the right and down. */
export function atLeast(box: Box, least: { readonly width: number; readonly height: number }): Box {
  if (box.width >= least.width && box.height >= least.height) return box;
  return { ...box, width: Math.max(box.width, least.width), height: Math.max(box.height, least.height) };
}
