import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../renderer/canvas/geometry/group-frame.ts';
import { NODE_WIDTH } from '../../../renderer/canvas/geometry/node-size.ts';
import { findFreePlace } from '../../../renderer/state/free-place.ts';

const box: fc.Arbitrary<Box> = fc.record({
  x: fc.integer({ min: -500, max: 1500 }),
  y: fc.integer({ min: -500, max: 1500 }),
  width: fc.integer({ min: 50, max: 400 }),
  height: fc.integer({ min: 50, max: 400 }),
});

describe('findFreePlace', () => {
  it('never covers what is there', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 30 }), fc.integer({ min: 50, max: 400 }), (boxes, height) => {
        const { x, y } = findFreePlace({ boxes, beside: boxes.slice(0, 1) }, height);
        for (const other of boxes) {
          const covers =
            x < other.x + other.width && other.x < x + NODE_WIDTH && y < other.y + other.height && other.y < y + height;
          expect(covers).toBe(false);
        }
      }),
    );
  });

  it('stands right of the selection, at its height', () => {
    const beside = { x: 100, y: 40, width: 200, height: 80 };
    expect(findFreePlace({ boxes: [beside], beside: [beside] }, 100)).toEqual({ x: 380, y: 40 });
  });

  it('takes the corner that is seen when nothing is selected', () => {
    expect(findFreePlace({ boxes: [], beside: [], corner: { x: 7, y: 9 } }, 100)).toEqual({ x: 7, y: 9 });
  });
});
