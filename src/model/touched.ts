import type { Touched } from './edit.ts';

/** Nothing touched. One shared value. */
export const NOTHING_TOUCHED: Touched = {
  pipelines: new Set(),
  bodies: new Set(),
  tasks: new Set(),
  groups: new Set(),
  components: new Set(),
  notes: new Set(),
  layout: new Set(),
  missing: new Set(),
};

/** The union of two touched sets. */
export function mergeTouched(left: Touched, right: Touched): Touched {
  if (left === NOTHING_TOUCHED) return right;
  if (right === NOTHING_TOUCHED) return left;
  return {
    pipelines: union(left.pipelines, right.pipelines),
    bodies: union(left.bodies, right.bodies),
    tasks: union(left.tasks, right.tasks),
    groups: union(left.groups, right.groups),
    components: union(left.components, right.components),
    notes: union(left.notes, right.notes),
    layout: union(left.layout, right.layout),
    missing: union(left.missing, right.missing),
  };
}

/** Whether only positions and sizes changed: nothing that analysis or compiling looks at. */
export function isLayoutOnly(touched: Touched): boolean {
  const { pipelines, bodies, tasks, groups, components, missing } = touched;
  return [pipelines, bodies, tasks, groups, components, missing].every((set) => set.size === 0);
}

function union<Item>(left: ReadonlySet<Item>, right: ReadonlySet<Item>): ReadonlySet<Item> {
  if (right.size === 0) return left;
  if (left.size === 0) return right;
  return new Set([...left, ...right]);
}
