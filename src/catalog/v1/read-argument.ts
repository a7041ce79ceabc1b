import type { YamlPath } from '../../yaml/find-yaml-line.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { ComponentProblemCode } from '../problem-codes.ts';
import { entryOf, isTreeList, isTreeMap, type TreeMap } from '../tree.ts';
import { pathText } from '../yaml-path.ts';
import { quoteValue, type StrictReader } from './strict-reader.ts';
import type { PortPlaceholderKind, V1Argument, V1Branch, V1If } from './v1-component.ts';

const PORT_PLACEHOLDERS: ReadonlySet<string> = new Set<PortPlaceholderKind>([
  'inputValue',
  'inputPath',
  'inputUri',
  'outputPath',
  'outputUri',
]);

/** KFP SDK: the v1 model reads these, then `maybe_convert_v1_yaml_placeholder_to_v2_placeholder` does not know them. */
const UNSUPPORTED_PLACEHOLDERS: ReadonlySet<string> = new Set([
  'inputMetadata',
  'inputOutputPortName',
  'outputMetadata',
]);

/** Reads `command` or `args`; null means none. */
export function readArguments(value: YamlTree, path: YamlPath, reader: StrictReader): V1Argument[] {
  const list = value === null ? [] : (reader.list(value, path) ?? []);
  return list.flatMap((item, index) => readArgument(item, [...path, index], reader) ?? []);
}

/** Reads one item: a text or a placeholder. A YAML number or truth value is refused, as in the SDK. */
function readArgument(value: YamlTree, path: YamlPath, reader: StrictReader): V1Argument | undefined {
  if (typeof value === 'string' && !reader.isDate(value, path)) return { kind: 'text', text: value };
  if (!isTreeMap(value)) {
    reader.report('argument-not-text', { where: pathText(path), found: quoteValue(value) }, path);
    return undefined;
  }
  const [key, ...others] = Object.keys(value);
  if (key === undefined || others.length > 0) {
    reader.report('placeholder-keys', { where: pathText(path), found: quoteValue(value) }, path);
    return undefined;
  }
  return readPlaceholder(key, value[key] ?? null, path, reader);
}

function readPlaceholder(key: string, value: YamlTree, path: YamlPath, reader: StrictReader): V1Argument | undefined {
  if (PORT_PLACEHOLDERS.has(key)) {
    const port = reader.text(value, [...path, key]);
    return port === undefined ? undefined : { kind: key as PortPlaceholderKind, port, path };
  }
  if (key === 'executorInput') {
    if (value === null) return { kind: 'executorInput' };
    reader.report('executor-input-value', { where: pathText(path) }, path);
    return undefined;
  }
  if (key === 'concat') return { kind: 'concat', items: readArguments(value ?? '', [...path, key], reader) };
  if (key === 'if') return readIf(value, [...path, key], reader);
  reader.report(placeholderProblem(key), { placeholder: key, where: pathText(path) }, path);
  return undefined;
}

function placeholderProblem(key: string): ComponentProblemCode {
  if (UNSUPPORTED_PLACEHOLDERS.has(key)) return 'placeholder-unsupported';
  return key === 'isPresent' ? 'is-present-alone' : 'placeholder-unknown';
}

function readIf(value: YamlTree, path: YamlPath, reader: StrictReader): V1If | undefined {
  const map = reader.map(value, path);
  if (map === undefined) return undefined;
  reader.knownKeys(map, ['cond', 'then', 'else'], path);
  const input = readCondition(map, path, reader);
  const then = readThen(map, path, reader);
  const otherwise = readElse(map, path, reader);
  if (input === undefined || then === undefined) return undefined;
  return { kind: 'if', input, then, path, ...(otherwise === undefined ? {} : { otherwise }) };
}

/** KFP SDK 2: only `{isPresent: input}` can be converted. */
function readCondition(map: TreeMap, path: YamlPath, reader: StrictReader): string | undefined {
  if (!Object.hasOwn(map, 'cond')) {
    reader.report('missing-key', { key: 'cond', where: pathText(path) }, path);
    return undefined;
  }
  const condition = entryOf(map, 'cond') ?? null;
  const isPresent =
    isTreeMap(condition) && Object.keys(condition).length === 1 ? entryOf(condition, 'isPresent') : undefined;
  if (isPresent !== undefined) return reader.text(isPresent, [...path, 'cond', 'isPresent']);
  reader.report('condition-unsupported', { where: pathText(path), found: quoteValue(condition) }, [...path, 'cond']);
  return undefined;
}

function readThen(map: TreeMap, path: YamlPath, reader: StrictReader): V1Branch | undefined {
  if (!Object.hasOwn(map, 'then')) {
    reader.report('missing-key', { key: 'then', where: pathText(path) }, path);
    return undefined;
  }
  return readBranch(entryOf(map, 'then') ?? null, [...path, 'then'], reader);
}

/** KFP SDK: an empty `else` is left out, and a single placeholder in it is never converted and then refused. */
function readElse(map: TreeMap, path: YamlPath, reader: StrictReader): V1Branch | undefined {
  const value = entryOf(map, 'else') ?? null;
  if (value === null || value === '') return undefined;
  const branch = readBranch(value, [...path, 'else'], reader);
  if (isTreeMap(value) && branch !== undefined) {
    reader.report('else-placeholder', { where: pathText([...path, 'else']) }, [...path, 'else']);
  }
  return Array.isArray(branch) && branch.length === 0 ? undefined : branch;
}

function readBranch(value: YamlTree, path: YamlPath, reader: StrictReader): V1Branch | undefined {
  return isTreeList(value) ? readArguments(value, path, reader) : readArgument(value, path, reader);
}
