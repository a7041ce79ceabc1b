import type { TreeMap } from '../../catalog/tree.ts';
import { compileDocument } from '../../compile/compile-document.ts';
import type { ComponentSpec, PipelineSpec, PlatformSpec, TaskSpec } from '../../compile/kfp/ir.ts';
import { changesBetween, type IrChange } from '../../compile/overlay/ir-change.ts';
import type { IrOverlay } from '../../compile/overlay/ir-overlay.ts';
import { type IrPlace, type IrSide, walkIr } from '../../compile/overlay/walk-ir.ts';
import { COMPONENT_WIRES, TASK_WIRES, wiringDigest } from '../../compile/overlay/wiring-digest.ts';
import type { PipelineDocument } from '../../model/document.ts';
import type { ComponentKey, TaskId } from '../../model/ids.ts';
import type { JsonValue } from '../../model/json.ts';
import { plainFloats } from './plain-floats.ts';
import { type KeptResidue, type StoredOverlay, storeOverlays } from './store-overlays.ts';

/** An IR file as it was read. */
export interface IrSource {
  readonly spec: PipelineSpec;
  readonly platform: PlatformSpec | undefined;
}

/**
 * Compiles a document that was read from a file and keeps every difference with the file, to be written back. A document
 * that cannot be compiled is left as it is: its faults are what a person has to look at first.
 */
export function keepResidue(document: PipelineDocument, source: IrSource): KeptResidue {
  const compiled = compileDocument(document);
  if (!compiled.ok) return { document, kept: [] };
  const emitted: IrSource = { spec: compiled.value.spec, platform: compiled.value.platform };
  const found: StoredOverlay[] = [];
  const seen = new Set<string>();
  const same = new Set<ComponentKey>();
  walkIr(document, [emitted.spec, source.spec], (place) => {
    const [ours, theirs] = place.sides;
    if (ours === undefined || theirs === undefined) return false;
    const { definition } = place;
    const isKnown = definition?.kind === 'definition' && seen.has(definition.id);
    const component = componentOf(document, place);
    const isSame = component !== undefined && same.has(component);
    const inside = definition === undefined && !isSame ? componentOverlay(ours.task, ours, theirs.component) : {};
    // Tasks share a component because the file says the same of each.
    if (component !== undefined && Object.keys(inside).length === 0) same.add(component);
    const own = taskOverlay(inside, [ours, emitted], [theirs, source]);
    if (Object.keys(own).length > 0) found.push({ owner: place.owner, path: place.path, overlay: own });
    if (definition?.kind !== 'definition') return true;
    seen.add(definition.id);
    const overlay = componentOverlay(ours.task, ours, theirs.component);
    if (!isKnown) found.push({ owner: definition, path: place.path, overlay });
    return !isKnown;
  });
  const stored = storeOverlays(document, found);
  return withFileOverlay(stored, emitted, source);
}

function componentOf(document: PipelineDocument, { owner }: IrPlace): ComponentKey | undefined {
  const target = owner.kind === 'node' ? document.tasks.get(owner.id as TaskId)?.target : undefined;
  return target?.kind === 'component' ? target.component : undefined;
}

type Side = readonly [IrSide, IrSource];

function taskOverlay(inside: IrOverlay, [ours, emitted]: Side, [theirs, source]: Side): IrOverlay {
  const [task, wires] = split(taskChanges(ours.task, theirs.task), TASK_WIRES);
  const of = (): string => wiringDigest(ours.task, ours.component, ours.siblings);
  return {
    ...inside,
    ...present('task', task),
    ...(wires.length === 0 ? {} : { wires: { ...inside.wires, of: of(), task: wires } }),
    ...executorOverlay([ours, emitted], [theirs, source]),
  };
}

/** What a DAG declares, in which all that has to do with wires only holds while nothing is edited. */
function componentOverlay(
  task: TaskSpec | undefined,
  ours: Pick<IrSide, 'component' | 'siblings'>,
  theirs: ComponentSpec,
): IrOverlay {
  const [component, wires] = split(componentChanges(ours.component, theirs), COMPONENT_WIRES);
  if (wires.length === 0) return present('component', component);
  const of = wiringDigest(task, ours.component, ours.siblings);
  return { ...present('component', component), wires: { of, component: wires } };
}

function executorOverlay([{ component: own }, emitted]: Side, [{ component: foreign }, source]: Side): IrOverlay {
  const mine = own.executorLabel;
  const other = foreign.executorLabel;
  if (mine === undefined || other === undefined) return {};
  const executor = changes(
    emitted.spec.deploymentSpec.executors?.[mine] ?? {},
    source.spec.deploymentSpec?.executors?.[other] ?? {},
  );
  const platforms = platformNames([emitted, source]).flatMap((name) => {
    const ours = configOf(emitted, name, mine);
    const theirs = configOf(source, name, other);
    const found = changes(ours ?? {}, theirs ?? {});
    // An entry without settings is an entry.
    const isEmptyEntry = ours === undefined && theirs !== undefined;
    return found.length === 0 && !isEmptyEntry ? [] : [[name, found] as const];
  });
  return {
    ...present('executor', executor),
    ...(platforms.length === 0 ? {} : { platforms: Object.fromEntries(platforms) }),
  };
}

function platformNames(sources: readonly IrSource[]): readonly string[] {
  const names = sources.flatMap(({ platform }) => (platform === undefined ? [] : Object.keys(platform.platforms)));
  return names.length < 2 ? names : [...new Set(names)];
}

function configOf({ platform }: IrSource, name: string, label: string): object | undefined {
  return platform?.platforms[name]?.deploymentSpec?.executors?.[label];
}

/** What belongs to no task: the root's ports, and the fields of the two documents themselves. */
function withFileOverlay({ document, kept }: KeptResidue, emitted: IrSource, source: IrSource): KeptResidue {
  const root = componentOverlay(undefined, { component: emitted.spec.root, siblings: {} }, source.spec.root);
  const spec = changes(withoutParts(emitted.spec), withoutParts(source.spec));
  const platform = changes(withoutExecutors(emitted.platform), withoutExecutors(source.platform));
  const overlay = {
    ...(Object.keys(root).length === 0 ? {} : { root }),
    ...present('spec', spec),
    ...present('platform', platform),
  };
  if (Object.keys(overlay).length === 0) return { document, kept };
  return storeOverlays(document, [{ owner: undefined, path: '', overlay }], kept);
}

function withoutParts({
  components: _components,
  root: _root,
  sdkVersion: _sdk,
  deploymentSpec,
  ...rest
}: PipelineSpec): object {
  const { executors: _executors, ...deployment } = deploymentSpec ?? {};
  return { ...rest, deploymentSpec: deployment };
}

function withoutExecutors(platform: PlatformSpec | undefined): object {
  const platforms = Object.entries(platform?.platforms ?? {}).map(([name, { deploymentSpec, ...rest }]) => {
    const { executors: _executors, ...deployment } = deploymentSpec ?? {};
    return [
      name,
      { ...rest, ...(Object.keys(deployment).length === 0 ? {} : { deploymentSpec: deployment }) },
    ] as const;
  });
  const { platforms: _platforms, ...rest } = platform ?? {};
  return { ...rest, ...(platforms.length === 0 ? {} : { platforms: Object.fromEntries(platforms) }) };
}

function taskChanges(ours: TaskSpec, theirs: TaskSpec): readonly IrChange[] {
  return changes(ours, theirs, ['componentRef']).filter(
    ({ at }) => at[0] !== 'dependentTasks' || !sameUpstream(ours, theirs),
  );
}

/** The order in which tasks are waited for says nothing. */
function sameUpstream(ours: TaskSpec, theirs: TaskSpec): boolean {
  return [...(ours.dependentTasks ?? [])].sort().join('\n') === [...(theirs.dependentTasks ?? [])].sort().join('\n');
}

/** Tasks are looked at one by one. */
function componentChanges(ours: ComponentSpec, theirs: ComponentSpec): readonly IrChange[] {
  const outputs = changes(ours.dag?.outputs ?? {}, theirs.dag?.outputs ?? {});
  const [first] = outputs;
  const own = changes(ours, theirs, ['executorLabel', 'dag']);
  if (first === undefined) return own;
  if (ours.dag?.outputs !== undefined)
    return [...own, ...outputs.map((change) => ({ ...change, at: ['dag', 'outputs', ...change.at] }))];
  return [...own, { at: ['dag', 'outputs'], value: (theirs.dag?.outputs ?? {}) as JsonValue }];
}

function changes(ours: object, theirs: object, leftOut: readonly string[] = []): readonly IrChange[] {
  return changesBetween(ours as TreeMap, theirs as TreeMap, leftOut).map(({ at, value, was }): IrChange => {
    return {
      at,
      ...(value === undefined ? {} : { value: plainFloats(value) as JsonValue }),
      ...(was === undefined ? {} : { was: plainFloats(was) as JsonValue }),
    };
  });
}

function split(
  all: readonly IrChange[],
  wires: ReadonlySet<string>,
): readonly [readonly IrChange[], readonly IrChange[]] {
  const isWire = ({ at }: IrChange): boolean => wires.has(at[0] ?? '');
  return [all.filter((change) => !isWire(change)), all.filter(isWire)];
}

function present<Key extends string>(
  key: Key,
  list: readonly IrChange[],
): { readonly [K in Key]?: readonly IrChange[] } {
  return (list.length === 0 ? {} : { [key]: list }) as { readonly [K in Key]?: readonly IrChange[] };
}
