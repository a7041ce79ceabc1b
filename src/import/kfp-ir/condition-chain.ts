import type { TaskSpec } from '../../compile/kfp/ir.ts';

/** One branch of If / Elif / Else: the name of its task, and its own condition, which an Else lacks. */
export interface ChainedBranch {
  readonly name: string;
  readonly condition?: string;
}

/**
 * The order of the branches in a DAG that holds nothing else, told by their conditions; nothing where the conditions
 * are no such chain. KFP SDK: each branch negates all before it, `!(a) && !(b) && c`; the last may be negations alone.
 */
export function branchOrder(tasks: { readonly [name: string]: TaskSpec }): readonly ChainedBranch[] | undefined {
  const entries = Object.entries(tasks).map(([name, task]) => ({ name, text: task.triggerPolicy?.condition }));
  if (entries.length < 2) return undefined;
  // Each text holds all those before it, so it is longer than they are.
  entries.sort((left, right) => (left.text?.length ?? 0) - (right.text?.length ?? 0));
  const chain: ChainedBranch[] = [];
  let negations = '';
  for (const { name, text } of entries) {
    if (text === undefined) return undefined;
    const isElse = chain.length === entries.length - 1 && text === negations;
    if (isElse) chain.push({ name });
    else {
      const prefix = negations === '' ? '' : `${negations} && `;
      if (!text.startsWith(prefix) || text.length === prefix.length) return undefined;
      const condition = text.slice(prefix.length);
      chain.push({ name, condition });
      negations = `${prefix}!(${condition})`;
    }
  }
  return chain;
}
