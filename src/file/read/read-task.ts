import type { Argument } from '../../model/argument.ts';
import type { TaskRecord, TaskTarget } from '../../model/document.ts';
import type { ComponentKey, NodeId } from '../../model/ids.ts';
import type { TaskOptions } from '../../model/task-options.ts';
import { TASK_OPTIONS } from '../option-shapes.ts';
import { entryOf, type SourceMap } from '../source-node.ts';
import { parseType } from '../tree/type-text.ts';
import type { PendingTask } from './collect-nodes.ts';
import { readArgument, readArgumentNode } from './read-argument.ts';
import { readSettings } from './read-settings.ts';
import { booleanField, mapField, readText, report, reportUnknownFields, textField, unknownFields } from './reader.ts';
import { type NodeReader, resolveNode } from './scope.ts';

const TASK_FIELDS: ReadonlySet<string> = new Set([
  'component',
  'pipeline',
  'importer',
  'displayName',
  'arguments',
  'after',
  'options',
]);

/** Reads a task whose id and place are known. */
export function readTask(reader: NodeReader, pending: PendingTask): TaskRecord {
  const { id, parent, name, map } = pending;
  const displayName = textField(reader, map, 'displayName');
  const unknown = unknownFields(map, TASK_FIELDS);
  return {
    id,
    parent,
    name,
    ...(displayName === undefined ? {} : { displayName }),
    target: readTarget(reader, pending),
    arguments: readArguments(reader, map),
    after: readAfter(reader, map),
    options: readOptions(reader, map),
    ...(unknown === undefined ? {} : { unknown }),
  };
}

function readTarget(reader: NodeReader, { map, entry }: PendingTask): TaskTarget {
  const { definitions, parts } = reader.scope;
  const pipeline = textField(reader, map, 'pipeline');
  if (pipeline !== undefined) {
    const definition = definitions.get(pipeline);
    if (definition !== undefined) return { kind: 'pipeline', pipeline: definition };
    report(reader, 'missing-pipeline', entryOf(map, 'pipeline') ?? entry, { name: pipeline });
    return { kind: 'missing-pipeline', name: pipeline };
  }
  const importer = mapField(reader, map, 'importer');
  if (importer !== undefined) return readImporter(reader, importer);
  const component = textField(reader, map, 'component') ?? '';
  if (component === '') report(reader, 'missing-target', entry);
  else if (!parts.components.has(component as ComponentKey)) {
    report(reader, 'missing-component', entryOf(map, 'component') ?? entry, { name: component });
  }
  return { kind: 'component', component: component as ComponentKey };
}

const IMPORTER_FIELDS: ReadonlySet<string> = new Set(['type', 'reimport', 'metadata', 'downloadToWorkspace']);

function readImporter(reader: NodeReader, map: SourceMap): TaskTarget {
  const text = textField(reader, map, 'type') ?? 'Artifact';
  const type = parseType(text);
  const known = type?.kind === 'artifact' ? type : undefined;
  if (known === undefined) report(reader, 'unknown-type', entryOf(map, 'type') ?? map, { type: text });
  const metadata = entryOf(map, 'metadata');
  const argument = metadata === undefined ? undefined : readArgumentNode(reader, metadata.value);
  const download = booleanField(reader, map, 'downloadToWorkspace');
  reportUnknownFields(reader, map, IMPORTER_FIELDS);
  return {
    kind: 'importer',
    artifactType: known ?? { kind: 'artifact', schemaTitle: 'system.Artifact', schemaVersion: '0.0.1', isList: false },
    reimport: booleanField(reader, map, 'reimport') ?? false,
    ...(argument === undefined ? {} : { metadata: argument }),
    ...(download === undefined ? {} : { downloadToWorkspace: download }),
  };
}

function readArguments(reader: NodeReader, map: SourceMap): { readonly [port: string]: Argument } {
  const entries: (readonly [string, Argument])[] = [];
  for (const entry of mapField(reader, map, 'arguments')?.entries ?? []) {
    const argument = readArgument(reader, entry);
    if (argument !== undefined) entries.push([entry.key, argument]);
  }
  return Object.fromEntries(entries);
}

/** The "run after" edges of a task or group. */
export function readAfter(reader: NodeReader, map: SourceMap): readonly NodeId[] {
  const entry = entryOf(map, 'after');
  if (entry === undefined) return [];
  const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  const after: NodeId[] = [];
  for (const item of items) {
    const name = readText(reader, item, 'after');
    if (name !== undefined) after.push(resolveNode(reader, name, item));
  }
  return after;
}

function readOptions(reader: NodeReader, map: SourceMap): TaskOptions {
  const entry = entryOf(map, 'options');
  if (entry === undefined) return {};
  return (readSettings(reader, entry.value, TASK_OPTIONS, 'options') ?? {}) as TaskOptions;
}
