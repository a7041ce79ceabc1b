import type { ConstantValue } from '../../model/argument.ts';
import type { PipelineInput, PipelineOutput } from '../../model/document.ts';
import type { PortType } from '../../model/port-type.ts';
import { entryOf, type SourceEntry, type SourceMap, treeOf } from '../source-node.ts';
import { parseType } from '../tree/type-text.ts';
import { ALL_REFERENCE_KEYS, readReference } from './read-argument.ts';
import { booleanField, isNull, mapField, type Reader, report, textField, unknownFields } from './reader.ts';
import type { NodeReader } from './scope.ts';

const INPUT_FIELDS: ReadonlySet<string> = new Set(['type', 'default', 'optional', 'description', 'secret']);
const OUTPUT_FIELDS: ReadonlySet<string> = new Set(['type', 'description', ...ALL_REFERENCE_KEYS]);

/** The inputs of a pipeline, in order. */
export function readInputs(reader: Reader, pipeline: SourceMap): readonly PipelineInput[] {
  return readPorts(reader, pipeline, 'inputs', (entry, map) => readInput(reader, entry, map));
}

/** The outputs of a pipeline, in order. */
export function readOutputs(reader: NodeReader, pipeline: SourceMap): readonly PipelineOutput[] {
  return readPorts(reader, pipeline, 'outputs', (entry, map) => readOutput(reader, entry, map));
}

function readPorts<Port extends { readonly name: string }>(
  reader: Reader,
  pipeline: SourceMap,
  key: string,
  read: (entry: SourceEntry, map: SourceMap) => Port,
): readonly Port[] {
  const ports: Port[] = [];
  const seen = new Set<string>();
  for (const entry of mapField(reader, pipeline, key)?.entries ?? []) {
    if (seen.has(entry.key)) report(reader, 'duplicate-name', entry, { name: entry.key });
    seen.add(entry.key);
    ports.push(read(entry, portMap(entry)));
  }
  return ports;
}

/** A port written as its type alone stands for `{type: …}`. */
function portMap(entry: SourceEntry): SourceMap {
  const { value } = entry;
  if (value.kind === 'map') return value;
  const entries = isNull(value) ? [] : [{ ...entry, key: 'type' }];
  return { kind: 'map', flow: true, entries, line: value.line, start: value.start, end: value.end };
}

function readInput(reader: Reader, entry: SourceEntry, map: SourceMap): PipelineInput {
  const value = entryOf(map, 'default')?.value;
  const optional = booleanField(reader, map, 'optional');
  const description = textField(reader, map, 'description');
  const secret = booleanField(reader, map, 'secret');
  const unknown = unknownFields(map, INPUT_FIELDS);
  return {
    name: entry.key,
    type: readType(reader, entry, map),
    ...(value === undefined ? {} : { default: treeOf(value) as ConstantValue }),
    ...(optional === undefined ? {} : { optional }),
    ...(description === undefined ? {} : { description }),
    ...(secret === undefined ? {} : { secret }),
    ...(unknown === undefined ? {} : { unknown }),
  };
}

function readOutput(reader: NodeReader, entry: SourceEntry, map: SourceMap): PipelineOutput {
  const description = textField(reader, map, 'description');
  const source = readReference(reader, map);
  const unknown = unknownFields(map, OUTPUT_FIELDS);
  return {
    name: entry.key,
    type: readType(reader, entry, map),
    ...(description === undefined ? {} : { description }),
    ...(source === undefined ? {} : { source }),
    ...(unknown === undefined ? {} : { unknown }),
  };
}

function readType(reader: Reader, entry: SourceEntry, map: SourceMap): PortType {
  const text = textField(reader, map, 'type') ?? 'String';
  const type = parseType(text);
  if (type !== undefined) return type;
  report(reader, 'unknown-type', entry, { type: text });
  return { kind: 'artifact', schemaTitle: 'system.Artifact', schemaVersion: '0.0.1', isList: false };
}
