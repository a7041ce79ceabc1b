import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { entryOf, isTreeMap, type TreeMap } from '../tree.ts';
import { checkReferences } from './check-references.ts';
import { readArguments } from './read-argument.ts';
import { readInputs, readOutputs } from './read-ports.ts';
import type { StrictReader } from './strict-reader.ts';
import type { V1Component, V1Container } from './v1-component.ts';

const COMPONENT_KEYS = ['name', 'description', 'version', 'metadata', 'inputs', 'outputs', 'implementation'];
const CONTAINER_KEYS = ['image', 'command', 'args', 'env', 'fileOutputs'];

/**
 * Reads a v1 component with the SDK's strictness: unknown keys, wrong kinds of values and references to ports that do
 * not exist are problems of the reader. Undefined when there is no container to describe.
 * KFP SDK: `v1_structures.ComponentSpec`.
 */
export function readV1Component(tree: TreeMap, reader: StrictReader): V1Component | undefined {
  reader.knownKeys(tree, COMPONENT_KEYS, []);
  const name = readOptionalText(tree, 'name', reader);
  const description = readOptionalText(tree, 'description', reader);
  readOptionalText(tree, 'version', reader);
  const annotations = readMetadata(tree, reader);
  const inputs = readInputs(entryOf(tree, 'inputs'), reader);
  const outputs = readOutputs(entryOf(tree, 'outputs'), reader);
  const container = readImplementation(entryOf(tree, 'implementation') ?? null, reader);
  if (container === undefined) return undefined;
  const component: V1Component = {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    annotations,
    inputs,
    outputs,
    container,
  };
  checkReferences(component, reader);
  return component;
}

/** A text field at the top; null counts as absent. */
function readOptionalText(tree: TreeMap, key: string, reader: StrictReader): string | undefined {
  const value = entryOf(tree, key) ?? null;
  return value === null ? undefined : reader.text(value, [key]);
}

function readMetadata(tree: TreeMap, reader: StrictReader): { readonly [key: string]: string } {
  const value = entryOf(tree, 'metadata') ?? null;
  const metadata = value === null ? undefined : reader.map(value, ['metadata']);
  if (metadata === undefined) return {};
  reader.knownKeys(metadata, ['annotations', 'labels'], ['metadata']);
  const labels = entryOf(metadata, 'labels') ?? null;
  if (labels !== null) reader.textMap(labels, ['metadata', 'labels']);
  const annotations = entryOf(metadata, 'annotations') ?? null;
  return annotations === null ? {} : reader.textMap(annotations, ['metadata', 'annotations']);
}

function readImplementation(value: YamlTree, reader: StrictReader): V1Container | undefined {
  const path = ['implementation'];
  if (value === null) {
    reader.report('no-implementation', {}, path);
    return undefined;
  }
  if (!isTreeMap(value) || Object.keys(value).length !== 1 || !Object.hasOwn(value, 'container')) {
    reader.report('implementation-shape', {}, path);
    return undefined;
  }
  const container = reader.map(entryOf(value, 'container') ?? null, [...path, 'container']);
  return container === undefined ? undefined : readContainer(container, reader);
}

function readContainer(container: TreeMap, reader: StrictReader): V1Container {
  const path = ['implementation', 'container'];
  reader.knownKeys(container, CONTAINER_KEYS, path);
  if (!Object.hasOwn(container, 'image')) reader.report('missing-key', { key: 'image', where: path.join('.') }, path);
  const image = Object.hasOwn(container, 'image')
    ? reader.text(entryOf(container, 'image') ?? null, [...path, 'image'])
    : '';
  const field = (key: string): YamlTree => entryOf(container, key) ?? null;
  const env = field('env') === null ? {} : reader.textMap(field('env'), [...path, 'env']);
  const fileOutputs =
    field('fileOutputs') === null ? {} : reader.textMap(field('fileOutputs'), [...path, 'fileOutputs']);
  return {
    image: image ?? '',
    command: readArguments(field('command'), [...path, 'command'], reader),
    args: readArguments(field('args'), [...path, 'args'], reader),
    env: Object.entries(env).map(([name, text]) => ({ name, value: text })),
    fileOutputs: Object.keys(fileOutputs),
  };
}
