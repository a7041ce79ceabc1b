/** The groups of nodes that reach one another (Tarjan's strongly connected components with more than one node, or one that names itself). */
export function findCycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];

  function visit(node: string): number {
    const own = order.size;
    order.set(node, own);
    stack.push(node);
    onStack.add(node);
    let low = own;
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (onStack.has(next)) low = Math.min(low, order.get(next) ?? low);
    }
    if (low === own) closeComponent(node);
    return low;
  }

  function closeComponent(node: string): void {
    const component = stack.splice(stack.indexOf(node));
    for (const member of component) onStack.delete(member);
    const namesItself = edges.get(node)?.includes(node) ?? false;
    if (component.length > 1 || namesItself) cycles.push(component.sort());
  }

  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return cycles;
}
