import type { ComponentSpec, PipelineSpec } from '../compile/kfp/ir.ts';
import type { PlannedTask } from './facts/reduce-facts.ts';

/** Every task of the IR by its IR path, groups and inner tasks included, in the order of the file. */
export function planRunTasks(
  spec: PipelineSpec,
  documentPathOf: (irPath: string) => string | undefined,
): PlannedTask[] {
  const planned: PlannedTask[] = [];
  addTasks(spec, spec.root, '', documentPathOf, planned, new Set());
  return planned;
}

function addTasks(
  spec: PipelineSpec,
  component: ComponentSpec,
  parent: string,
  documentPathOf: (irPath: string) => string | undefined,
  planned: PlannedTask[],
  open: Set<ComponentSpec>,
): void {
  if (open.has(component)) return;
  open.add(component);
  for (const [name, task] of Object.entries(component.dag?.tasks ?? {})) {
    const irPath = parent === '' ? name : `${parent}/${name}`;
    const inner = spec.components[task.componentRef.name];
    const documentPath = documentPathOf(irPath);
    planned.push({
      key: irPath,
      irPath,
      kind: taskKind(spec, inner),
      ...(documentPath === undefined ? {} : { documentPath }),
    });
    if (inner?.dag !== undefined) addTasks(spec, inner, irPath, documentPathOf, planned, open);
  }
  open.delete(component);
}

function taskKind(spec: PipelineSpec, component: ComponentSpec | undefined): PlannedTask['kind'] {
  if (component?.dag !== undefined) return 'dag';
  const executor = spec.deploymentSpec.executors?.[component?.executorLabel ?? ''];
  return executor?.importer === undefined ? 'container' : 'importer';
}

/** `for-loop-2[0]/train` without its iterations. */
export function irPathOfKey(key: string): string {
  return key.replace(/\[\d+\](?=\/|$)/g, '');
}
