import { findCycles } from '../../analysis/find-cycles.ts';
import { entryOf, isTreeMap, plainJson, type TreeMap } from '../../catalog/tree.ts';
import type { PipelineSpec, PlatformSpec } from '../../compile/kfp/ir.ts';
import { derivedGroupCounter } from '../../file/group-counter.ts';
import type { PipelineDocument, PipelineRecord } from '../../model/document.ts';
import type { PipelineId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import type { PipelinePlatformSettings } from '../../model/kubernetes-settings.ts';
import { failure, type Result, success } from '../../model/result.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { ImportedDocument, ImportNote } from '../import-result.ts';
import { createIrIndex } from './ir-index.ts';
import { PIPELINE_SPEC, PLATFORM_SPEC } from './ir-shape.ts';
import { keepResidue } from './keep-residue.ts';
import { isTooLarge } from './outline.ts';
import { readPipeline } from './read-pipeline.ts';
import type { Reading } from './reading.ts';

/**
 * Makes an editable document of a KFP v2 IR file, given as its YAML documents with marked floats. Compiling it gives an
 * equal file. Fails with the reasons where the file is no IR.
 */
export function importKfpIr(documents: readonly YamlTree[]): Result<ImportedDocument, readonly ImportNote[]> {
  const [spec, platform] = documents.filter((document) => document !== null);
  if (!isPipelineSpec(spec)) return failure([{ code: 'not-kfp-ir', values: {} }]);
  const fault = PIPELINE_SPEC(spec, 'pipeline') ?? PLATFORM_SPEC(platform ?? {}, 'platform');
  if (fault !== undefined) return failure([{ code: 'malformed-ir', values: { path: fault } }]);
  const used = componentsUsed(spec);
  const [loop] = findCycles(used.keys(), { upstream: used });
  if (loop !== undefined) return failure([{ code: 'recursive-ir', values: { components: loop.way } }]);
  const reading = createReading(spec, isPlatformSpec(platform) ? platform : undefined);
  const { name, displayName, description } = spec.pipelineInfo;
  const settings = readConfig(reading);
  const root = readPipeline(reading, spec.root, {
    name,
    ...(displayName === undefined ? {} : { displayName }),
    ...(description === undefined ? {} : { description }),
    ...(spec.defaultPipelineRoot === undefined ? {} : { defaultPipelineRoot: spec.defaultPipelineRoot }),
    ...(settings === undefined ? {} : { platform: settings }),
  });
  if (isTooLarge(reading)) return failure([{ code: 'ir-too-large', values: { count: reading.nodes.size } }]);
  if (reading.unreadable.length > 0) return failure(reading.unreadable);
  const source = { spec: reading.index.spec, platform: reading.index.platform };
  const { document, kept } = keepResidue(withGroupCounters(documentOf(reading, root)), source);
  return success({ document, notKept: reading.notKept, ...(kept.length === 0 ? {} : { kept }) });
}

function documentOf(reading: Reading, root: PipelineId): PipelineDocument {
  const { counter, pipelines, bodies, tasks, groups, components } = reading;
  const empty = { notes: new Map(), layout: new Map(), missing: new Map() };
  return { counter: counter.counter, root, pipelines, bodies, tasks, groups, components, ...empty };
}

/** New groups get numbers above those the file has. */
function withGroupCounters(document: PipelineDocument): PipelineDocument {
  const pipelines = [...document.pipelines].map(([id, pipeline]) => {
    return [id, { ...pipeline, groupCounter: derivedGroupCounter(document, id) }] as const;
  });
  return { ...document, pipelines: new Map(pipelines) };
}

/** Which components with a DAG each of them runs; what has none runs nothing. */
function componentsUsed({ components }: PipelineSpec): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, readonly string[]>();
  for (const [key, { dag }] of Object.entries(components ?? {})) {
    if (dag === undefined) continue;
    const keys = Object.values(dag.tasks ?? {}).map((task) => task.componentRef.name);
    used.set(
      key,
      keys.filter((name) => Object.hasOwn(components, name) && components[name]?.dag !== undefined),
    );
  }
  return used;
}

function createReading(spec: PipelineSpec, platform: PlatformSpec | undefined): Reading {
  return {
    index: createIrIndex(spec, platform),
    counter: { counter: 1 },
    pipelines: new Map(),
    bodies: new Map(),
    tasks: new Map(),
    groups: new Map(),
    nodes: new Map(),
    exitTasks: new Set(),
    components: new Map(),
    componentsByContent: new Map(),
    definitions: new Map(),
    notKept: [],
    unreadable: [],
  };
}

/** KFP backend: a document is a pipeline when it has `pipelineInfo.name` and `root`. */
function isPipelineSpec(tree: YamlTree | undefined): tree is TreeMap & PipelineSpec {
  const name = entryOf(entryOf(tree, 'pipelineInfo'), 'name');
  return isTreeMap(tree) && typeof name === 'string' && isTreeMap(entryOf(entryOf(tree, 'root'), 'dag'));
}

function isPlatformSpec(tree: YamlTree | undefined): tree is TreeMap & PlatformSpec {
  return isTreeMap(entryOf(entryOf(tree, 'platforms'), 'kubernetes'));
}

const CONFIG_FIELDS: readonly (readonly [string, keyof PipelinePlatformSettings])[] = [
  ['activeDeadlineSeconds', 'activeDeadlineSeconds'],
  ['resourceTtlOnCompletion', 'ttlSecondsOnCompletion'],
  ['resourceTtlOnSuccess', 'ttlSecondsOnSuccess'],
  ['resourceTtlOnFailure', 'ttlSecondsOnFailure'],
];

/** KFP proto: PipelineConfig. */
function readConfig(reading: Reading): PipelineRecord['platform'] {
  const config = reading.index.platform?.platforms.kubernetes?.pipelineConfig;
  if (config === undefined) return undefined;
  const { workspace, ...rest } = config;
  const times = CONFIG_FIELDS.flatMap(([field, key]) => {
    const value = plainJson(rest[field] ?? null);
    return typeof value === 'number' ? [[key, value] as const] : [];
  });
  return { ...Object.fromEntries(times), ...(workspace === undefined ? {} : { workspace: readWorkspace(workspace) }) };
}

function readWorkspace(workspace: YamlTree): NonNullable<PipelinePlatformSettings['workspace']> {
  const size = entryOf(workspace, 'size');
  const patch = plainJson(entryOf(entryOf(workspace, 'kubernetes'), 'pvcSpecPatch') ?? {});
  const isEmpty = Object.keys(patch as JsonObject).length === 0;
  return { size: typeof size === 'string' ? size : '', ...(isEmpty ? {} : { pvcSpecPatch: patch as JsonObject }) };
}
