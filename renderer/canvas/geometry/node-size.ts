import type { LayoutRecord } from '../../../src/model/document.ts';

/** Sizes in pixels at zoom 1. The stylesheets take them from here as custom properties. */
export const NODE_WIDTH = 232;
export const HEADER_HEIGHT = 44;
export const ROW_HEIGHT = 24;
export const NODE_PADDING = 6;
export const TERMINAL_WIDTH = 188;
export const TERMINAL_HEADER_HEIGHT = 32;
export const GRID = 10;
const NOTE_WIDTH = 220;
const NOTE_HEIGHT = 120;

/** A port's handle: its id as React Flow has it and its middle, relative to the node. */
export interface PortPlace {
  readonly handle: string;
  readonly side: 'in' | 'out';
  readonly x: number;
  readonly y: number;
}

/** The size of a node and where its ports are. Computed from what it shows, never measured. */
export interface NodeGeometry {
  readonly width: number;
  readonly height: number;
  readonly ports: readonly PortPlace[];
}

/** Names a port of a node, for handles and `data-port`. */
export function handleOf(side: 'in' | 'out', port: string): string {
  return `${side}:${port}`;
}

/** The handles of "run after" wires. */
export const AFTER_IN = 'after-in';
export const AFTER_OUT = 'after-out';
/** The handle of a terminal node that makes a new entry. */
export const NEW_PORT = '+';

/** A task: its header, then a row per input, then a row per output. */
export function measureTask(inputs: readonly string[], outputs: readonly string[]): NodeGeometry {
  const rows = inputs.length + outputs.length;
  const middle = HEADER_HEIGHT / 2;
  return {
    width: NODE_WIDTH,
    height: HEADER_HEIGHT + rows * ROW_HEIGHT + NODE_PADDING * 2,
    ports: [
      { handle: AFTER_IN, side: 'in', x: 0, y: middle },
      { handle: AFTER_OUT, side: 'out', x: NODE_WIDTH, y: middle },
      ...inputs.map((id, index): PortPlace => ({ handle: handleOf('in', id), side: 'in', x: 0, y: rowMiddle(index) })),
      ...outputs.map(
        (id, index): PortPlace => ({
          handle: handleOf('out', id),
          side: 'out',
          x: NODE_WIDTH,
          y: rowMiddle(inputs.length + index),
        }),
      ),
    ],
  };
}

function rowMiddle(row: number): number {
  return HEADER_HEIGHT + NODE_PADDING + row * ROW_HEIGHT + ROW_HEIGHT / 2;
}

/** The Inputs or Outputs node of a pipeline: a row per entry and one to make a new entry. */
export function measureTerminal(side: 'in' | 'out', names: readonly string[]): NodeGeometry {
  const x = side === 'in' ? 0 : TERMINAL_WIDTH;
  const entries = [...names, NEW_PORT];
  return {
    width: TERMINAL_WIDTH,
    height: TERMINAL_HEADER_HEIGHT + entries.length * ROW_HEIGHT + NODE_PADDING * 2,
    ports: entries.map((name, index) => ({
      handle: handleOf(side, name),
      side,
      x,
      y: TERMINAL_HEADER_HEIGHT + NODE_PADDING + index * ROW_HEIGHT + ROW_HEIGHT / 2,
    })),
  };
}

/** A note has the size its author gave it. */
export function measureNote(layout: LayoutRecord | undefined): NodeGeometry {
  return { width: layout?.width ?? NOTE_WIDTH, height: layout?.height ?? NOTE_HEIGHT, ports: [] };
}
