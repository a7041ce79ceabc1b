import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const windowFile = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximised: z.boolean(),
});

export type WindowState = z.output<typeof windowFile>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Size of a first window, and the least it can be made. In pixels. */
export const FIRST_SIZE = { width: 1440, height: 900 } as const;
export const LEAST_SIZE = { width: 800, height: 560 } as const;

/** How much of a window must be on a screen for it to be found again, in pixels. */
const VISIBLE_PIXELS = 100;

/** The last window's place; undefined for a first start. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return windowFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Remembers a window's place. At once: the app may end with its window. Throws what writing throws. */
export function writeWindowState(file: string, state: WindowState): void {
  writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
}

/** The size, and the place unless the screen it was on is gone. */
export function placeWindow(state: WindowState | undefined, screens: readonly Area[]): Partial<Area> {
  if (!state) return FIRST_SIZE;
  const { x, y, width, height } = state;
  return screens.some((screen) => overlaps(state, screen)) ? { x, y, width, height } : { width, height };
}

function overlaps(window: Area, screen: Area): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const down = Math.min(window.y + window.height, screen.y + screen.height) - Math.max(window.y, screen.y);
  return across >= VISIBLE_PIXELS && down >= VISIBLE_PIXELS;
}
