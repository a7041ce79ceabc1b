import { entryOf, isTreeList, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import { convertV1Default } from '../../catalog/v1/convert-default.ts';
import { resolveV1Type } from '../../catalog/v1/resolve-type.ts';
import { v1TypeName } from '../../catalog/v1/write-v1-component.ts';
import type { ConstantValue } from '../../model/argument.ts';
import type { PipelineInput, PipelineOutput } from '../../model/document.ts';
import type { PortType } from '../../model/port-type.ts';
import { sanitisePortName, uniqueName } from '../../model/sanitise-names.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { type GraphReading, noteLoss } from './graph-reading.ts';

const ARTIFACT: PortType = {
  kind: 'artifact',
  schemaTitle: 'system.Artifact',
  schemaVersion: '0.0.1',
  isList: false,
};

/** The ports of a graph component as they stand there, each with the id it gets. */
export interface RawPorts {
  readonly specs: readonly TreeMap[];
  readonly ids: readonly string[];
  /** By raw name; of two with one name, the first. */
  readonly idOf: ReadonlyMap<string, string>;
}

/** Reads the list of inputs or outputs. What is no port is noted. */
export function readRawPorts(
  reading: GraphReading,
  pipeline: string,
  tree: YamlTree | undefined,
  side: 'inputs' | 'outputs',
): RawPorts {
  const specs: TreeMap[] = [];
  const ids: string[] = [];
  const idOf = new Map<string, string>();
  for (const spec of isTreeList(tree) ? tree : []) {
    const name = entryOf(spec, 'name');
    if (!isTreeMap(spec) || typeof name !== 'string') {
      noteLoss(reading, 'graph-port-not-read', { pipeline, side });
      continue;
    }
    if (idOf.has(name)) noteLoss(reading, 'graph-port-twice', { pipeline, port: name });
    const id = uniqueName(sanitisePortName(name) || 'port', (taken) => ids.includes(taken), '_');
    specs.push(spec);
    ids.push(id);
    if (!idOf.has(name)) idOf.set(name, id);
  }
  return { specs, ids, idOf };
}

/** The type that a port says it has; nothing where it says none. */
export function declaredType(spec: TreeMap, side: 'input' | 'output'): PortType | undefined {
  const type = entryOf(spec, 'type');
  if (type === undefined || type === null || type === '') return undefined;
  return resolveV1Type(type, side) ?? ARTIFACT;
}

/** An input. `inferred` is what its uses say where it says nothing itself. */
export function readInput(spec: TreeMap, name: string, inferred: PortType | undefined): PipelineInput {
  const type = declaredType(spec, 'input') ?? inferred ?? ARTIFACT;
  const value = readDefault(entryOf(spec, 'default'), type);
  const description = entryOf(spec, 'description');
  return {
    name,
    type,
    ...(value === undefined ? {} : { default: value }),
    ...(entryOf(spec, 'optional') === true && value === undefined ? { optional: true } : {}),
    ...(typeof description === 'string' ? { description } : {}),
  };
}

/** An output without what feeds it. */
export function readOutput(spec: TreeMap, name: string, inferred: PortType | undefined): PipelineOutput {
  const description = entryOf(spec, 'description');
  return {
    name,
    type: declaredType(spec, 'output') ?? inferred ?? ARTIFACT,
    ...(typeof description === 'string' ? { description } : {}),
  };
}

function readDefault(tree: YamlTree | undefined, type: PortType): ConstantValue | undefined {
  if (tree === undefined || tree === null || type.kind === 'artifact') return undefined;
  return constantOfType(tree, type, v1TypeName(type));
}

/** A constant as KFP would hold it for a parameter of a type; as it stands where it does not fit. */
export function constantOfType(tree: YamlTree, type: PortType | undefined, typeName: string): ConstantValue {
  if (type?.kind !== 'parameter') return tree as ConstantValue;
  const converted = convertV1Default(tree, typeName, type.parameterType);
  return converted.ok ? converted.value : (tree as ConstantValue);
}
