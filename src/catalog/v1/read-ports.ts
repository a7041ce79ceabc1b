import type { YamlPath } from '../../yaml/find-yaml-line.ts';
import { isPythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';
import { entryOf, isTreeList, isTreeMap, type TreeMap } from '../tree.ts';
import { pathText } from '../yaml-path.ts';
import { quoteValue, type StrictReader } from './strict-reader.ts';
import type { V1Input, V1Port } from './v1-component.ts';

const OUTPUT_KEYS = ['name', 'type', 'description', 'annotations'];
const INPUT_KEYS = [...OUTPUT_KEYS, 'default', 'optional'];

/** Reads `inputs`; absent and null mean none. */
export function readInputs(value: YamlTree | undefined, reader: StrictReader): V1Input[] {
  const inputs = readPorts(value, 'inputs', INPUT_KEYS, reader).map(({ port, map }) => ({
    ...port,
    optional: readOptional(map, port.path, reader),
    ...readDefault(map, port, reader),
  }));
  reportDuplicates(inputs, 'duplicate-input', reader);
  return inputs;
}

/** Reads `outputs`; absent and null mean none. */
export function readOutputs(value: YamlTree | undefined, reader: StrictReader): V1Port[] {
  const outputs = readPorts(value, 'outputs', OUTPUT_KEYS, reader).map(({ port }) => port);
  reportDuplicates(outputs, 'duplicate-output', reader);
  return outputs;
}

function readPorts(
  value: YamlTree | undefined,
  key: string,
  keys: readonly string[],
  reader: StrictReader,
): { readonly port: V1Port; readonly map: TreeMap }[] {
  const list = value === undefined || value === null ? [] : (reader.list(value, [key]) ?? []);
  return list.flatMap((item, index) => {
    const path = [key, index];
    const map = reader.map(item, path);
    if (map === undefined) return [];
    reader.knownKeys(map, keys, path);
    const port = readPort(map, path, reader);
    return port === undefined ? [] : [{ port, map }];
  });
}

function readPort(map: TreeMap, path: YamlPath, reader: StrictReader): V1Port | undefined {
  checkAnnotations(map, path, reader);
  const description = entryOf(map, 'description') ?? null;
  const descriptionText = description === null ? undefined : reader.text(description, [...path, 'description']);
  const type = readType(map, path, reader);
  if (!Object.hasOwn(map, 'name')) {
    reader.report('missing-key', { key: 'name', where: pathText(path) }, path);
    return undefined;
  }
  const name = reader.text(entryOf(map, 'name') ?? null, [...path, 'name']);
  if (name === undefined) return undefined;
  return {
    name,
    path,
    ...(type === undefined ? {} : { type }),
    ...(descriptionText === undefined ? {} : { description: descriptionText }),
  };
}

/** KFP SDK: `TypeSpecType = Union[str, Dict, List]`; a list is let through here and crashes later there. */
function readType(map: TreeMap, path: YamlPath, reader: StrictReader): YamlTree | undefined {
  const type = entryOf(map, 'type') ?? null;
  const typePath = [...path, 'type'];
  if (type === null || isTreeMap(type)) return type ?? undefined;
  if (typeof type === 'string' && !reader.isDate(type, typePath)) return type;
  const code = isTreeList(type) ? 'type-list' : 'type-not-text';
  reader.report(code, { where: pathText(path), found: quoteValue(type) }, typePath);
  return undefined;
}

function checkAnnotations(map: TreeMap, path: YamlPath, reader: StrictReader): void {
  const value = entryOf(map, 'annotations') ?? null;
  if (value === null) return;
  const annotations = reader.map(value, [...path, 'annotations']);
  if (annotations !== undefined) reader.textKeys(annotations, [...path, 'annotations']);
}

function readOptional(map: TreeMap, path: YamlPath, reader: StrictReader): boolean {
  const value = entryOf(map, 'optional') ?? null;
  if (value === null || typeof value === 'boolean') return value ?? false;
  reader.report('not-flag', { where: pathText([...path, 'optional']), found: quoteValue(value) }, [
    ...path,
    'optional',
  ]);
  return false;
}

function readDefault(map: TreeMap, port: V1Port, reader: StrictReader): { readonly default?: YamlTree } {
  const value = entryOf(map, 'default') ?? null;
  if (value === null) return {};
  const path = [...port.path, 'default'];
  const isScalar = typeof value !== 'object' || isPythonFloat(value);
  if (isScalar && !reader.isDate(value, path)) return { default: value };
  reader.report('default-not-scalar', { input: port.name, found: quoteValue(value) }, path);
  return {};
}

/** KFP SDK: names are compared raw, before they are sanitised. */
function reportDuplicates(
  ports: readonly V1Port[],
  code: 'duplicate-input' | 'duplicate-output',
  reader: StrictReader,
): void {
  const seen = new Set<string>();
  for (const port of ports) {
    if (seen.has(port.name)) reader.report(code, { name: port.name }, port.path);
    seen.add(port.name);
  }
}
