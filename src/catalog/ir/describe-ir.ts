import type { PortType } from '../../model/port-type.ts';
import { sanitiseTaskName } from '../../model/sanitise-names.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type {
  ComponentImplementation,
  ContainerImplementation,
  InputPort,
  OutputPort,
} from '../component-description.ts';
import type { DescribedComponent } from '../described-component.ts';
import { type LocatedProblem, placeProblems } from '../problem-list.ts';
import { entryOf, isTreeList, isTreeMap, plainJson, type TreeMap } from '../tree.ts';
import { commandDescription, headerDescription } from './ir-description.ts';
import { irKeys, irName, irShape, ownExecutor } from './ir-file.ts';
import { readIrPortType } from './read-ir-port-type.ts';

/**
 * Describes a v2 component (the IR of one component) or, as a graph, a whole IR pipeline used as a component.
 * KFP SDK: `ComponentSpec.from_ir_dicts`; unlike there, a container's `env` is usable and its resources are kept.
 */
export function describeIr(spec: TreeMap, text: string | undefined): DescribedComponent {
  const problems: LocatedProblem[] = [];
  const name = irName(spec);
  if (name === undefined) problems.push({ code: 'ir-no-name', values: {}, path: ['pipelineInfo'] });
  const interfaceSpec = findInterface(spec, name ?? '', problems);
  const inputs = describeInputs(interfaceSpec, problems);
  const outputs = describeOutputs(interfaceSpec, problems);
  const implementation = describeImplementation(spec, problems);
  if (name === undefined || implementation === undefined || problems.length > 0) {
    return { ok: false, problems: placeProblems(problems, text) };
  }
  const description = describeInWords(spec, implementation, text);
  return {
    ok: true,
    description: {
      name: sanitiseTaskName(name),
      title: titleOf(spec, name),
      ...(description === undefined ? {} : { description }),
      inputs,
      outputs,
      implementation,
      annotations: {},
      problems: [],
      notes: [],
    },
  };
}

interface InterfaceSpec {
  readonly spec: TreeMap;
  readonly path: readonly string[];
}

/** The component of the document's own name, else the root. */
function findInterface(spec: TreeMap, name: string, problems: LocatedProblem[]): InterfaceSpec {
  const key = irKeys(name).component;
  const own = entryOf(entryOf(spec, 'components'), key);
  if (isTreeMap(own)) return { spec: own, path: ['components', key] };
  const root = entryOf(spec, 'root');
  if (isTreeMap(root)) return { spec: root, path: ['root'] };
  problems.push({ code: 'ir-no-root', values: { key: 'root' }, path: [] });
  return { spec: {}, path: [] };
}

function describeInputs({ spec, path }: InterfaceSpec, problems: LocatedProblem[]): InputPort[] {
  const definitions = entryOf(spec, 'inputDefinitions');
  return definitionsOf(definitions, [...path, 'inputDefinitions']).flatMap(({ name, definition, place }) => {
    const type = portType(name, definition, place, problems);
    return type === undefined ? [] : [describeInput(name, type, definition)];
  });
}

/** KFP SDK: a parameter with a default is optional even where old compilers did not say so. */
function describeInput(name: string, type: PortType, definition: YamlTree): InputPort {
  const isOptional = entryOf(definition, 'isOptional');
  const defaultValue = type.kind === 'parameter' ? entryOf(definition, 'defaultValue') : undefined;
  const optional = typeof isOptional === 'boolean' ? isOptional : defaultValue !== undefined;
  const base = { ...portBase(name, definition), type, optional };
  return defaultValue === undefined || defaultValue === null ? base : { ...base, default: plainJson(defaultValue) };
}

function describeOutputs({ spec, path }: InterfaceSpec, problems: LocatedProblem[]): OutputPort[] {
  const definitions = entryOf(spec, 'outputDefinitions');
  return definitionsOf(definitions, [...path, 'outputDefinitions']).flatMap(({ name, definition, place }) => {
    const type = portType(name, definition, place, problems);
    return type === undefined ? [] : [{ ...portBase(name, definition), type }];
  });
}

function portBase(name: string, definition: YamlTree): { id: string; name: string; description?: string } {
  const description = entryOf(definition, 'description');
  return { id: name, name, ...(typeof description === 'string' ? { description } : {}) };
}

interface Definition {
  readonly name: string;
  readonly definition: YamlTree;
  readonly place: readonly string[];
}

/** Parameters first, as the SDK merges them. */
function definitionsOf(definitions: YamlTree | undefined, path: readonly string[]): Definition[] {
  return ['parameters', 'artifacts'].flatMap((kind) => {
    const entries = entryOf(definitions, kind);
    if (!isTreeMap(entries)) return [];
    return Object.entries(entries).map(([name, definition]) => ({ name, definition, place: [...path, kind, name] }));
  });
}

function portType(
  name: string,
  definition: YamlTree,
  path: readonly string[],
  problems: LocatedProblem[],
): PortType | undefined {
  const read = readIrPortType(definition);
  if (read.ok) return read.value;
  problems.push({ code: read.error.code, values: { port: name, type: read.error.type }, path });
  return undefined;
}

function describeImplementation(spec: TreeMap, problems: LocatedProblem[]): ComponentImplementation | undefined {
  switch (irShape(spec)) {
    case 'graph':
      return { kind: 'graph', spec };
    case 'importer':
      problems.push({ code: 'ir-importer', values: {}, path: ['deploymentSpec', 'executors'] });
      return undefined;
    case 'container':
      return describeContainer(entryOf(ownExecutor(spec), 'container') ?? null, problems);
  }
}

const CONTAINER_KEYS: ReadonlySet<string> = new Set(['image', 'command', 'args', 'env']);

function describeContainer(container: YamlTree, problems: LocatedProblem[]): ContainerImplementation | undefined {
  const image = entryOf(container, 'image');
  if (!isTreeMap(container) || typeof image !== 'string') {
    problems.push({ code: 'ir-no-image', values: {}, path: ['deploymentSpec', 'executors'] });
    return undefined;
  }
  const extra = Object.entries(container).filter(([key]) => !CONTAINER_KEYS.has(key));
  return {
    kind: 'container',
    image,
    command: textsOf(entryOf(container, 'command')),
    args: textsOf(entryOf(container, 'args')),
    env: variablesOf(entryOf(container, 'env')),
    ...(extra.length === 0 ? {} : { executorExtra: Object.fromEntries(extra) }),
  };
}

function textsOf(value: YamlTree | undefined): string[] {
  return isTreeList(value) ? value.filter((item) => typeof item === 'string') : [];
}

function variablesOf(value: YamlTree | undefined): { name: string; value: string }[] {
  if (!isTreeList(value)) return [];
  return value.flatMap((item) => {
    const name = entryOf(item, 'name');
    const text = entryOf(item, 'value') ?? '';
    return typeof name === 'string' && typeof text === 'string' ? [{ name, value: text }] : [];
  });
}

function titleOf(spec: TreeMap, name: string): string {
  const displayName = entryOf(entryOf(spec, 'pipelineInfo'), 'displayName');
  return typeof displayName === 'string' && displayName !== '' ? displayName : name;
}

/** KFP SDK: a docstring in the command, else the header comment; a pipeline also carries its own description. */
function describeInWords(
  spec: TreeMap,
  implementation: ComponentImplementation,
  text: string | undefined,
): string | undefined {
  const own = entryOf(entryOf(spec, 'pipelineInfo'), 'description');
  if (typeof own === 'string' && own !== '') return own;
  const fromCommand = implementation.kind === 'container' ? commandDescription(implementation.command) : undefined;
  return fromCommand ?? (text === undefined ? undefined : headerDescription(text));
}
