export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const PADDING = 20;
const TITLE_HEIGHT = 34;
const EMPTY_WIDTH = 260;
const EMPTY_HEIGHT = 120;

/** The frame around what a group holds. An empty group stands where its layout says. */
export function frameAround(
  contents: readonly Box[],
  own: { readonly x: number; readonly y: number } | undefined,
): Box {
  if (contents.length === 0) return { x: own?.x ?? 0, y: own?.y ?? 0, width: EMPTY_WIDTH, height: EMPTY_HEIGHT };
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of contents) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return {
    x: left - PADDING,
    y: top - PADDING - TITLE_HEIGHT,
    width: right - left + PADDING * 2,
    height: bottom - top + PADDING * 2 + TITLE_HEIGHT,
  };
}
