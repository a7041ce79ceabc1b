import type { TaskSpec } from '../../compile/kfp/ir.ts';

/**
 * The tasks of a DAG so that each comes after those it waits for, otherwise in the order of the file: IR is sorted by
 * name, and the order in which it was drawn is lost. A cycle is broken anywhere.
 */
export function tasksInOrder(tasks: { readonly [name: string]: TaskSpec }): readonly string[] {
  const ordered = new Set<string>();
  const entered = new Set<string>();
  for (const start of Object.keys(tasks)) {
    const stack = [start];
    for (let name = stack.at(-1); name !== undefined; name = stack.at(-1)) {
      entered.add(name);
      const next = upstreamOf(tasks[name]).find((upstream) => Object.hasOwn(tasks, upstream) && !entered.has(upstream));
      if (next !== undefined) {
        stack.push(next);
        continue;
      }
      ordered.add(name);
      stack.pop();
    }
  }
  return [...ordered];
}

function upstreamOf(task: TaskSpec | undefined): readonly string[] {
  return task?.dependentTasks ?? [];
}
