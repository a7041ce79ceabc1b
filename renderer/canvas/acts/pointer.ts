import type { PointerEvent } from 'react';

let last: { readonly x: number; readonly y: number } | null = null;

/** Remembers where the pointer is over the canvas, for what happens "at the pointer". */
export function rememberPointer(event: PointerEvent): void {
  last = { x: event.clientX, y: event.clientY };
}

/** Where the pointer last was over a canvas, in client pixels; the middle of the canvas before that. */
export function lastPointer(tabId: string): { readonly x: number; readonly y: number } {
  const canvas = document
    .querySelector(`[data-key-scope="canvas"][data-tab="${CSS.escape(tabId)}"]`)
    ?.getBoundingClientRect();
  if (canvas === undefined) return last ?? { x: 0, y: 0 };
  const isOver =
    last !== null && last.x >= canvas.left && last.x <= canvas.right && last.y >= canvas.top && last.y <= canvas.bottom;
  return isOver && last !== null ? last : { x: canvas.left + canvas.width / 2, y: canvas.top + canvas.height / 2 };
}
