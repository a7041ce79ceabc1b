import type { PipelineDocument } from '../../model/document.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { CompiledPipeline } from '../compiled-pipeline.ts';
import type { ComponentSpec, Executor, PipelineSpec, PlatformSpec, TaskSpec } from '../kfp/ir.ts';
import { withChanges } from './ir-change.ts';
import { fileOverlayOf, hasOverlays, type IrOverlay, overlayOf } from './ir-overlay.ts';
import { type IrSide, walkIr } from './walk-ir.ts';
import { wiringDigest } from './wiring-digest.ts';

/** What is changed of a compiled file: tasks by the component whose DAG holds them, components, executors, platforms. */
interface Changed {
  readonly tasks: Map<string, { [name: string]: TaskSpec }>;
  readonly components: { [key: string]: ComponentSpec };
  readonly executors: { [label: string]: Executor };
  readonly platforms: { [platform: string]: { [label: string]: { readonly [field: string]: YamlTree } } };
}

/** Writes back what an imported file said beyond the model. A document that was drawn here has nothing of the kind. */
export function applyOverlays(document: PipelineDocument, compiled: CompiledPipeline): CompiledPipeline {
  if (!hasOverlays(document)) return compiled;
  const { spec, platform } = compiled;
  const changed: Changed = { tasks: new Map(), components: {}, executors: {}, platforms: {} };
  walkIr(document, [spec], ({ name, owner, definition, sides: [side] }) => {
    if (side === undefined) return false;
    apply(changed, compiled, { name, side, overlay: overlayOf(document, owner) });
    if (definition !== undefined) apply(changed, compiled, { name, side, overlay: overlayOf(document, definition) });
    return true;
  });
  const file = fileOverlayOf(document);
  const root = withDag('', changedRoot(spec.root, file?.root), changed);
  const components = Object.entries({ ...spec.components, ...changed.components }).map(
    ([key, component]) => [key, withDag(key, component, changed)] as const,
  );
  const whole = withExecutors({ ...spec, components: Object.fromEntries(components), root }, changed);
  // First the platforms themselves, then what executors have there.
  const base = file?.platform === undefined ? platform : withChanges({ ...platform } as PlatformSpec, file.platform);
  const changedPlatform = withPlatforms(base, changed);
  const { platform: _before, ...rest } = compiled;
  return {
    ...rest,
    spec: withChanges(whole, file?.spec),
    ...(changedPlatform === undefined ? {} : { platform: changedPlatform }),
  };
}

interface Application {
  readonly name: string;
  readonly side: IrSide;
  readonly overlay: IrOverlay | undefined;
}

function apply(changed: Changed, { spec, platform }: CompiledPipeline, { name, side, overlay }: Application): void {
  if (overlay === undefined) return;
  const { holder, siblings, task, component } = side;
  const key = task.componentRef.name;
  const label = component.executorLabel;
  const isSame = overlay.wires !== undefined && overlay.wires.of === wiringDigest(task, component, siblings);
  const wires = isSame ? overlay.wires : undefined;
  const tasks = changed.tasks.get(holder) ?? {};
  tasks[name] = withChanges(withChanges(tasks[name] ?? task, overlay.task), wires?.task);
  changed.tasks.set(holder, tasks);
  changed.components[key] = withChanges(
    withChanges(changed.components[key] ?? component, overlay.component),
    wires?.component,
  );
  const executor = label === undefined ? undefined : spec.deploymentSpec.executors?.[label];
  if (label === undefined || executor === undefined) return;
  changed.executors[label] = withChanges(executor, overlay.executor);
  for (const [one, changes] of Object.entries(overlay.platforms ?? {})) {
    if (!Array.isArray(changes)) continue;
    const before = platform?.platforms[one]?.deploymentSpec?.executors?.[label] ?? {};
    changed.platforms[one] = { ...changed.platforms[one], [label]: withChanges(before, changes) };
  }
}

function changedRoot(root: ComponentSpec, overlay: IrOverlay | undefined): ComponentSpec {
  const wires = overlay?.wires?.of === wiringDigest(undefined, root, {}) ? overlay.wires : undefined;
  return withChanges(withChanges(root, overlay?.component), wires?.component);
}

function withDag(key: string, component: ComponentSpec, { tasks }: Changed): ComponentSpec {
  const own = tasks.get(key);
  if (own === undefined || component.dag === undefined) return component;
  return { ...component, dag: { ...component.dag, tasks: { ...component.dag.tasks, ...own } } };
}

function withExecutors(spec: PipelineSpec, { executors }: Changed): PipelineSpec {
  if (Object.keys(executors).length === 0) return spec;
  return {
    ...spec,
    deploymentSpec: { ...spec.deploymentSpec, executors: { ...spec.deploymentSpec.executors, ...executors } },
  };
}

function withPlatforms(platform: PlatformSpec | undefined, { platforms }: Changed): PlatformSpec | undefined {
  const names = Object.keys(platforms);
  if (names.length === 0) return platform;
  const merged = names.map((name) => {
    const before = platform?.platforms[name];
    const executors = { ...before?.deploymentSpec?.executors, ...platforms[name] };
    return [name, { ...before, deploymentSpec: { ...before?.deploymentSpec, executors } }] as const;
  });
  return { ...platform, platforms: { ...platform?.platforms, ...Object.fromEntries(merged) } };
}
