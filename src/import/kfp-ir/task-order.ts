import type { TaskSpec } from '../../compile/kfp/ir.ts';

/** For some tasks of a DAG, others that were made before them. */
export type Earlier = ReadonlyMap<string, readonly string[]>;

/**
 * The tasks of a DAG so that each comes after those it waits for, otherwise by their numbers: IR is sorted by name, and
 * the order in which it was drawn is lost. A cycle is broken anywhere.
 */
export function tasksInOrder(
  tasks: { readonly [name: string]: TaskSpec },
  earlier: Earlier = new Map(),
): readonly string[] {
  const ordered = new Set<string>();
  const ways = new Map<string, Iterator<string>>();
  for (const start of byNumber(Object.keys(tasks))) {
    const stack = ways.has(start) ? [] : [start];
    for (let name = stack.at(-1); name !== undefined; name = stack.at(-1)) {
      const way = ways.get(name) ?? upstreamOf(name, tasks[name], earlier);
      ways.set(name, way);
      const next = way.next();
      if (next.done !== true) {
        if (Object.hasOwn(tasks, next.value) && !ways.has(next.value)) stack.push(next.value);
        continue;
      }
      ordered.add(name);
      stack.pop();
    }
  }
  return [...ordered];
}

function upstreamOf(name: string, task: TaskSpec | undefined, earlier: Earlier): Iterator<string> {
  const waited = task?.dependentTasks ?? [];
  const others = earlier.get(name);
  return (others === undefined ? waited : [...waited, ...others])[Symbol.iterator]();
}

interface NumberedName {
  readonly name: string;
  readonly base: string;
  readonly number: number;
}

/** KFP SDK: tasks and groups are numbered as they are made: `train`, `train-2`, `train-10`. */
function byNumber(names: readonly string[]): readonly string[] {
  const numbered = names.map((name): NumberedName => {
    const match = /^(.*)-([0-9]{1,9})$/s.exec(name);
    return { name, base: match?.[1] ?? name, number: Number(match?.[2] ?? 1) };
  });
  numbered.sort((left, right) => {
    if (left.base !== right.base) return left.base < right.base ? -1 : 1;
    return left.number - right.number;
  });
  return numbered.map(({ name }) => name);
}
