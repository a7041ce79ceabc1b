/** What waits for what among nodes of any kind of id. */
export interface WaitingGraph<Id> {
  readonly upstream: ReadonlyMap<Id, readonly Id[]>;
}

/** A set of nodes that wait for each other. */
export interface Cycle<Id> {
  /** Every node that takes part, in the order given. */
  readonly members: readonly Id[];
  /** One closed way through them: each waits for the one before it, the first for the last. */
  readonly way: readonly Id[];
}

/** Every cycle, and without any an order in which each node stands behind what it waits for. */
export interface Ordering<Id> {
  readonly cycles: readonly Cycle<Id>[];
  readonly ranks?: ReadonlyMap<Id, number>;
}

/** Finds every cycle, in the order of the nodes given. */
export function findCycles<Id>(nodes: Iterable<Id>, graph: WaitingGraph<Id>): readonly Cycle<Id>[] {
  return findOrdering(nodes, graph).cycles;
}

/** Finds every cycle by strongly connected components (Tarjan), in O(nodes + edges) and without recursion. */
export function findOrdering<Id>(nodes: Iterable<Id>, graph: WaitingGraph<Id>): Ordering<Id> {
  const order = new Map<Id, number>();
  const ranks = new Map<Id, number>();
  const cycles: Cycle<Id>[] = [];
  for (const node of nodes) order.set(node, order.size);
  for (const component of strongComponents([...order.keys()], graph)) {
    const first = component[0] as Id;
    // A component is complete after everything it waits for.
    ranks.set(first, ranks.size);
    const isSelfLoop = graph.upstream.get(first)?.includes(first) === true;
    if (component.length < 2 && !isSelfLoop) continue;
    const members = component.sort((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0));
    cycles.push({ members, way: closedWay(members, graph) });
  }
  if (cycles.length === 0) return { cycles, ranks };
  return { cycles: cycles.sort((left, right) => firstOrder(left, order) - firstOrder(right, order)) };
}

function firstOrder<Id>(cycle: Cycle<Id>, order: ReadonlyMap<Id, number>): number {
  return order.get(cycle.members[0] as Id) ?? 0;
}

interface Visit<Id> {
  readonly node: Id;
  readonly upstream: readonly Id[];
  next: number;
}

interface Search<Id> {
  readonly graph: WaitingGraph<Id>;
  readonly index: Map<Id, number>;
  readonly low: Map<Id, number>;
  readonly stack: Id[];
  readonly onStack: Set<Id>;
  readonly visits: Visit<Id>[];
  readonly components: Id[][];
}

function strongComponents<Id>(nodes: readonly Id[], graph: WaitingGraph<Id>): Id[][] {
  const search: Search<Id> = {
    graph,
    index: new Map(),
    low: new Map(),
    stack: [],
    onStack: new Set(),
    visits: [],
    components: [],
  };
  for (const node of nodes) {
    if (search.index.has(node)) continue;
    enter(search, node);
    while (search.visits.length > 0) advance(search);
  }
  return search.components;
}

function enter<Id>(search: Search<Id>, node: Id): void {
  const number = search.index.size;
  search.index.set(node, number);
  search.low.set(node, number);
  search.stack.push(node);
  search.onStack.add(node);
  search.visits.push({ node, upstream: search.graph.upstream.get(node) ?? [], next: 0 });
}

function advance<Id>(search: Search<Id>): void {
  const visit = search.visits[search.visits.length - 1] as Visit<Id>;
  const other = visit.upstream[visit.next];
  if (other !== undefined) {
    visit.next += 1;
    const seen = search.index.get(other);
    if (seen === undefined) enter(search, other);
    else if (search.onStack.has(other)) lower(search, visit.node, seen);
    return;
  }
  search.visits.pop();
  const low = search.low.get(visit.node) ?? 0;
  const parent = search.visits[search.visits.length - 1];
  if (parent !== undefined) lower(search, parent.node, low);
  if (low === search.index.get(visit.node)) search.components.push(popComponent(search, visit.node));
}

function lower<Id>(search: Search<Id>, node: Id, value: number): void {
  if (value < (search.low.get(node) ?? 0)) search.low.set(node, value);
}

function popComponent<Id>(search: Search<Id>, root: Id): Id[] {
  const start = search.stack.lastIndexOf(root);
  const component = search.stack.splice(start);
  for (const node of component) search.onStack.delete(node);
  return component;
}

/** The shortest way from the first member back to itself, in the direction of the data. */
function closedWay<Id>(members: readonly Id[], graph: WaitingGraph<Id>): readonly Id[] {
  const start = members[0] as Id;
  return wayUpstream(start, (node) => node === start, graph, new Set(members)) ?? members;
}

/**
 * The shortest way from a node against the data to one that is wanted, in the direction of the data: the wanted node
 * first, the start last. At least one edge is walked, so that a wanted start means a closed way, named once.
 */
function wayUpstream<Id>(
  start: Id,
  isWanted: (node: Id) => boolean,
  graph: WaitingGraph<Id>,
  within?: ReadonlySet<Id>,
): readonly Id[] | undefined {
  const towardsStart = new Map<Id, Id>();
  let frontier: Id[] = [start];
  while (frontier.length > 0) {
    const next: Id[] = [];
    for (const node of frontier) {
      for (const upstream of graph.upstream.get(node) ?? []) {
        if (isWanted(upstream)) return wayBack(upstream === start ? [] : [upstream], node, start, towardsStart);
        if (upstream === start || towardsStart.has(upstream) || within?.has(upstream) === false) continue;
        towardsStart.set(upstream, node);
        next.push(upstream);
      }
    }
    frontier = next;
  }
  return undefined;
}

function wayBack<Id>(way: Id[], from: Id, start: Id, towardsStart: ReadonlyMap<Id, Id>): readonly Id[] {
  let node = from;
  while (node !== start) {
    way.push(node);
    node = towardsStart.get(node) as Id;
  }
  way.push(start);
  return way;
}
