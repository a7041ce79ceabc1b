import { isPythonFloat } from '../../src/yaml/yaml-tree.ts';

/**
 * Structural equality of KFP v2 IR: every `componentRef` and `executorLabel` (with its platform executor config) is
 * inlined recursively from root, `sdkVersion` is dropped, `dependentTasks` are sorted, 1 equals 1.0, and booleans never
 * equal numbers. Component keys and executor labels are free to differ.
 */
type Tree = null | boolean | number | string | readonly Tree[] | TreeMap;
type TreeMap = { readonly [key: string]: Tree };

/** The first place where two documents differ; an absent side is `'(absent)'`. */
export interface IrDifference {
  /** For example `$.root.dag.tasks.train.inputs`. */
  readonly path: string;
  readonly left: unknown;
  readonly right: unknown;
}

/**
 * Compares two IR files, each given as its YAML documents (IR, then the platform document if there is one); floats may
 * be marked or plain. Throws an `Error` for what is no IR at all: no root, or a component that refers to itself.
 */
export function findIrDifference(left: readonly unknown[], right: readonly unknown[]): IrDifference | undefined {
  return firstDifference(canonicalIr(left), canonicalIr(right), '$', new Map());
}

/** The canonical form of one IR file. Components used twice are shared, so large files stay linear. */
export function canonicalIr(documents: readonly unknown[]): unknown {
  const [spec, platform = {}] = documents
    .filter((document) => document !== null)
    .map(plainTree)
    .map(asMap);
  if (spec?.root === undefined) throw new Error('the first document has no root');
  const inliner = createInliner(spec, platform);
  const rest = omit(asMap(spec.deploymentSpec ?? {}), ['executors']);
  const platforms = mapValues(asMap(platform.platforms ?? {}), withoutExecutors);
  const platformSpec = { ...omit(platform, ['platforms']), ...(isEmpty(platforms) ? {} : { platforms }) };
  return {
    ...omit(spec, ['sdkVersion', 'components', 'deploymentSpec', 'root']),
    ...(isEmpty(rest) ? {} : { deploymentSpec: rest }),
    root: inliner.inlineComponent(asMap(spec.root), []),
    ...(isEmpty(platformSpec) ? {} : { platformSpec }),
  };
}

interface Inliner {
  inlineComponent(component: TreeMap, stack: readonly string[]): TreeMap;
}

function createInliner(spec: TreeMap, platform: TreeMap): Inliner {
  const components = asMap(spec.components ?? {});
  const executors = asMap(asMap(spec.deploymentSpec ?? {}).executors ?? {});
  const configs = mapValues(asMap(platform.platforms ?? {}), (one) =>
    asMap(asMap(asMap(one).deploymentSpec ?? {}).executors ?? {}),
  );
  const done = new Map<string, TreeMap>();

  function inlineExecutor(label: string): Tree {
    const executor = executors[label];
    if (executor === undefined) return { missingExecutor: label };
    const found = Object.entries(configs).flatMap(([name, table]) => {
      const config = asMap(table)[label];
      return config === undefined ? [] : [[name, config] as const];
    });
    return found.length === 0 ? { executor } : { executor, platform: Object.fromEntries(found) };
  }

  function resolve(key: string, stack: readonly string[]): TreeMap {
    if (stack.includes(key)) throw new Error(`component refers to itself: ${[...stack, key].join(' -> ')}`);
    const component = components[key];
    if (component === undefined) return { missingComponent: key };
    const known = done.get(key) ?? inlineComponent(asMap(component), [...stack, key]);
    done.set(key, known);
    return known;
  }

  function inlineTask(task: Tree, stack: readonly string[]): Tree {
    const { componentRef, dependentTasks, ...rest } = asMap(task);
    return {
      ...rest,
      ...(componentRef === undefined ? {} : { componentRef: resolve(String(asMap(componentRef).name), stack) }),
      ...(dependentTasks === undefined ? {} : { dependentTasks: [...(dependentTasks as readonly Tree[])].sort() }),
    };
  }

  function inlineComponent(component: TreeMap, stack: readonly string[]): TreeMap {
    const { executorLabel, dag, ...rest } = component;
    const tasks = dag === undefined ? {} : mapValues(asMap(asMap(dag).tasks ?? {}), (task) => inlineTask(task, stack));
    return {
      ...rest,
      ...(executorLabel === undefined ? {} : { executorLabel: inlineExecutor(String(executorLabel)) }),
      ...(dag === undefined ? {} : { dag: { ...asMap(dag), tasks } }),
    };
  }

  return { inlineComponent };
}

/** A platform without the executors that are inlined where they are used. */
function withoutExecutors(platform: Tree): Tree {
  const { deploymentSpec, ...rest } = asMap(platform);
  const left = omit(asMap(deploymentSpec ?? {}), ['executors']);
  return isEmpty(left) ? rest : { ...rest, deploymentSpec: left };
}

type Seen = Map<unknown, Set<unknown>>;

function firstDifference(left: unknown, right: unknown, path: string, seen: Seen): IrDifference | undefined {
  if (Array.isArray(left) && Array.isArray(right)) return listDifference(left, right, path, seen);
  if (isMap(left) && isMap(right)) return mapDifference(left, right, path, seen);
  // Object.is makes NaN equal to itself; 0 and -0 are equal numbers.
  return left === right || Object.is(left, right) ? undefined : { path, left, right };
}

function mapDifference(left: TreeMap, right: TreeMap, path: string, seen: Seen): IrDifference | undefined {
  if (seen.get(left)?.has(right)) return undefined;
  for (const key of [...new Set([...Object.keys(left), ...Object.keys(right)])].sort()) {
    const place = `${path}.${key}`;
    if (!Object.hasOwn(left, key)) return { path: place, left: '(absent)', right: right[key] };
    if (!Object.hasOwn(right, key)) return { path: place, left: left[key], right: '(absent)' };
    const difference = firstDifference(left[key], right[key], place, seen);
    if (difference !== undefined) return difference;
  }
  seen.set(left, (seen.get(left) ?? new Set()).add(right));
  return undefined;
}

function listDifference(
  left: readonly unknown[],
  right: readonly unknown[],
  path: string,
  seen: Seen,
): IrDifference | undefined {
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = firstDifference(left[index], right[index], `${path}[${index}]`, seen);
    if (difference !== undefined) return difference;
  }
  return left.length === right.length ? undefined : { path: `${path}.length`, left: left.length, right: right.length };
}

/** Unwraps marked floats. */
function plainTree(value: unknown): Tree {
  if (isPythonFloat(value)) return value.pythonFloat;
  if (Array.isArray(value)) return value.map(plainTree);
  if (isMap(value)) return mapValues(value, plainTree);
  return value as Tree;
}

function isMap(value: unknown): value is TreeMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asMap(value: unknown): TreeMap {
  if (!isMap(value)) throw new Error(`expected a map, found ${JSON.stringify(value)}`);
  return value;
}

function mapValues(map: TreeMap, change: (value: Tree) => Tree): TreeMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

function omit(map: TreeMap, keys: readonly string[]): TreeMap {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}

function isEmpty(map: TreeMap): boolean {
  return Object.keys(map).length === 0;
}
