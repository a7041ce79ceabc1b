import { digestOfText } from '../../catalog/digest.ts';
import { plainJson } from '../../catalog/tree.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { ComponentSpec, TaskSpec } from '../kfp/ir.ts';
import type { Tasks } from './walk-ir.ts';

/** The fields of a task that are wires. */
export const TASK_WIRES: ReadonlySet<string> = new Set(['inputs', 'dependentTasks']);

/** The fields of a component with a DAG that are wires: what it takes in and gives out. */
export const COMPONENT_WIRES: ReadonlySet<string> = new Set(['inputDefinitions', 'outputDefinitions', 'dag']);

const DIGEST_LENGTH = 12;

/** Equal as long as nothing around a task was edited: its wires as compiled, and the names beside it. */
export function wiringDigest(task: TaskSpec | undefined, component: ComponentSpec, siblings: Tasks): string {
  const { inputDefinitions, outputDefinitions, dag } = component;
  const own = { inputs: task?.inputs ?? null, dependentTasks: task?.dependentTasks ?? null };
  const ports = { inputDefinitions: inputDefinitions ?? null, outputDefinitions: outputDefinitions ?? null };
  const inside = { outputs: dag?.outputs ?? null, tasks: Object.keys(dag?.tasks ?? {}).sort() };
  const tree = { own, ports, inside, siblings: namesDigest(siblings) };
  return digestOfText(JSON.stringify(plainJson(tree as unknown as YamlTree))).slice(0, DIGEST_LENGTH);
}

const digests = new WeakMap<Tasks, string>();

/** All tasks of a DAG share their siblings, so the names are looked at once. */
function namesDigest(tasks: Tasks): string {
  const known = digests.get(tasks) ?? digestOfText(Object.keys(tasks).sort().join('\n'));
  digests.set(tasks, known);
  return known;
}
