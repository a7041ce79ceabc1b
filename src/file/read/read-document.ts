import type { PipelineDocument, PipelineRecord } from '../../model/document.ts';
import type { BodyId, PipelineId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import type { PipelinePlatformSettings } from '../../model/kubernetes-settings.ts';
import { newPipelineId } from '../../model/new-ids.ts';
import type { FileProblem } from '../file-problem.ts';
import { derivedGroupCounter } from '../group-counter.ts';
import { PLATFORM_SETTINGS } from '../option-shapes.ts';
import { entryOf, type SourceMap } from '../source-node.ts';
import { type Collector, collectBody } from './collect-nodes.ts';
import { definitionKey, type KnownIds, knownIdsOf, ROOT_KEY, takeId } from './known-ids.ts';
import { readComponents } from './read-components.ts';
import { readGroup } from './read-group.ts';
import { readLayout, readNotes } from './read-layout.ts';
import { readInputs, readOutputs } from './read-ports.ts';
import { readSettings } from './read-settings.ts';
import { readTask } from './read-task.ts';
import { mapField, numberField, type Reader, report, textField, unknownFields } from './reader.ts';
import type { DocumentParts, Scope } from './scope.ts';

const ROOT_FIELDS: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'pipelineRoot',
  'platform',
  'inputs',
  'outputs',
  'groupCounter',
  'tasks',
  'pipelines',
  'notes',
  'components',
  'layout',
]);
const METADATA_FIELDS: ReadonlySet<string> = new Set(['name', 'displayName', 'description', 'annotations']);
const DEFINITION_FIELDS: ReadonlySet<string> = new Set([
  'displayName',
  'description',
  'annotations',
  'inputs',
  'outputs',
  'groupCounter',
  'tasks',
  'notes',
]);

/** A pipeline of the file: its names are collected, its contents still to be read. */
interface OpenPipeline {
  readonly map: SourceMap;
  readonly settings: PipelineSettings;
  readonly collector: Collector;
  readonly record: PipelineRecord;
}

type PipelineSettings = Pick<PipelineRecord, 'name' | 'displayName' | 'description' | 'annotations' | 'unknown'>;

/** Reads a whole file into a document. What cannot be read is told in `problems`. */
export function readDocument(
  root: SourceMap,
  problems: FileProblem[],
  previous: PipelineDocument | undefined,
): PipelineDocument {
  const reader: Reader = { problems };
  const ids = knownIdsOf(previous);
  const parts = emptyParts(previous?.counter ?? 1);
  const rootId = (takeId(ids, ROOT_KEY) as PipelineId | undefined) ?? newPipelineId(parts);
  parts.root = rootId;
  readComponents(reader, root, parts);
  const definitionMaps = mapField(reader, root, 'pipelines')?.entries ?? [];
  const definitions = new Map<string, PipelineId>();
  const opened: OpenPipeline[] = [openRoot(reader, root, parts, ids, rootId, definitions)];
  for (const entry of definitionMaps) {
    const id = (takeId(ids, definitionKey(entry.key)) as PipelineId | undefined) ?? newPipelineId(parts);
    if (definitions.has(entry.key)) report(reader, 'duplicate-name', entry, { name: entry.key });
    else definitions.set(entry.key, id);
    if (entry.value.kind !== 'map') report(reader, 'invalid-value', entry, { field: entry.key, expected: 'map' });
    const map = entry.value.kind === 'map' ? entry.value : { ...root, entries: [] };
    opened.push(openDefinition(reader, map, parts, ids, id, entry.key, definitions));
  }
  for (const pipeline of opened) fillPipeline(pipeline, ids);
  const scopes = new Map(
    opened.map(({ collector, record }) => [record.id === rootId ? '' : record.name, collector.scope]),
  );
  readLayout(reader, root, scopes);
  return finish(parts, unknownFields(root, ROOT_FIELDS), opened);
}

function emptyParts(counter: number): DocumentParts {
  return {
    counter,
    root: '' as PipelineId,
    pipelines: new Map(),
    bodies: new Map(),
    tasks: new Map(),
    groups: new Map(),
    components: new Map(),
    notes: new Map(),
    layout: new Map(),
    missing: new Map(),
  };
}

/** Group counters that the file does not give are derived when all groups are there. */
function finish(
  parts: DocumentParts,
  unknown: JsonObject | undefined,
  opened: readonly OpenPipeline[],
): PipelineDocument {
  const document: PipelineDocument = unknown === undefined ? parts : { ...parts, unknown };
  for (const { record } of opened) {
    const read = parts.pipelines.get(record.id);
    if (read === undefined || read.groupCounter > 0) continue;
    parts.pipelines.set(record.id, { ...read, groupCounter: derivedGroupCounter(document, record.id) });
  }
  return document;
}

function openRoot(
  reader: Reader,
  root: SourceMap,
  parts: DocumentParts,
  ids: KnownIds,
  id: PipelineId,
  definitions: ReadonlyMap<string, PipelineId>,
): OpenPipeline {
  const metadata = mapField(reader, root, 'metadata') ?? { ...root, entries: [] };
  const unknown = unknownFields(metadata, METADATA_FIELDS);
  const settings = {
    name: textField(reader, metadata, 'name') ?? 'pipeline',
    ...describedSettings(reader, metadata),
    ...(unknown === undefined ? {} : { unknown }),
  };
  return openPipeline(reader, root, parts, ids, { id, key: ROOT_KEY, prefix: '', settings, definitions });
}

function openDefinition(
  reader: Reader,
  map: SourceMap,
  parts: DocumentParts,
  ids: KnownIds,
  id: PipelineId,
  name: string,
  definitions: ReadonlyMap<string, PipelineId>,
): OpenPipeline {
  const unknown = unknownFields(map, DEFINITION_FIELDS);
  const settings = { name, ...describedSettings(reader, map), ...(unknown === undefined ? {} : { unknown }) };
  return openPipeline(reader, map, parts, ids, {
    id,
    key: definitionKey(name),
    prefix: `${name}/`,
    settings,
    definitions,
  });
}

function describedSettings(
  reader: Reader,
  map: SourceMap,
): Pick<PipelineRecord, 'displayName' | 'description' | 'annotations'> {
  const displayName = textField(reader, map, 'displayName');
  const description = textField(reader, map, 'description');
  const annotations = mapField(reader, map, 'annotations');
  const entries = annotations?.entries.flatMap((entry) => {
    const text = textField(reader, annotations, entry.key);
    return text === undefined ? [] : [[entry.key, text] as const];
  });
  return {
    ...(displayName === undefined ? {} : { displayName }),
    ...(description === undefined ? {} : { description }),
    ...(entries === undefined ? {} : { annotations: Object.fromEntries(entries) }),
  };
}

interface Opening {
  readonly id: PipelineId;
  readonly key: string;
  readonly prefix: string;
  readonly settings: PipelineSettings;
  readonly definitions: ReadonlyMap<string, PipelineId>;
}

function openPipeline(
  reader: Reader,
  map: SourceMap,
  parts: DocumentParts,
  ids: KnownIds,
  opening: Opening,
): OpenPipeline {
  const { id, settings } = opening;
  const inputs = readInputs(reader, map);
  const scope: Scope = {
    parts,
    pipeline: id,
    inputs: new Set(inputs.map((input) => input.name)),
    definitions: opening.definitions,
    tasks: new Map(),
    groups: new Map(),
    missingTasks: new Map(),
    missingGroups: new Map(),
  };
  const { key: pipelineKey, prefix: pathPrefix } = opening;
  const collector: Collector = { problems: reader.problems, scope, ids, pipelineKey, pathPrefix, pending: [] };
  const body: BodyId = collectBody(collector, { kind: 'pipeline', pipeline: id }, mapField(reader, map, 'tasks'), []);
  const groupCounter = numberField(reader, map, 'groupCounter') ?? 0;
  return { map, settings, collector, record: { id, ...settings, inputs, outputs: [], body, groupCounter } };
}

/** Reads what the names of the whole file are needed for. */
function fillPipeline({ map, collector, record }: OpenPipeline, ids: KnownIds): void {
  const { scope, problems, pending, pathPrefix } = collector;
  for (const node of pending) {
    const reader = { problems, scope, path: pathPrefix + node.name };
    if (node.kind === 'task') scope.parts.tasks.set(node.id, readTask(reader, node));
    else scope.parts.groups.set(node.id, readGroup(reader, node));
  }
  const reader = { problems, scope };
  const outputs = readOutputs(reader, map);
  readNotes(reader, map, scope, ids, collector.pipelineKey);
  const isRoot = scope.parts.root === record.id;
  scope.parts.pipelines.set(record.id, { ...record, outputs, ...(isRoot ? rootSettings(reader, map) : {}) });
}

function rootSettings(
  reader: { readonly problems: FileProblem[]; readonly scope: Scope },
  map: SourceMap,
): Pick<PipelineRecord, 'platform' | 'defaultPipelineRoot'> {
  const platform = entryOf(map, 'platform');
  const settings =
    platform === undefined ? undefined : readSettings(reader, platform.value, PLATFORM_SETTINGS, 'platform');
  const pipelineRoot = textField(reader, map, 'pipelineRoot');
  return {
    ...(settings === undefined ? {} : { platform: settings as PipelinePlatformSettings }),
    ...(pipelineRoot === undefined ? {} : { defaultPipelineRoot: pipelineRoot }),
  };
}
