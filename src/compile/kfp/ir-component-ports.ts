import { irKeys } from '../../catalog/ir/ir-file.ts';
import { entryOf, isTreeMap } from '../../catalog/tree.ts';
import type { ComponentRecord } from '../../model/document.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { PlannedComponent } from '../plan/plan.ts';
import { emitDefinitions } from './emit-definitions.ts';
import type { ComponentSpec } from './ir.ts';
import { structValue } from './struct-value.ts';

type Ports = Omit<ComponentSpec, 'executorLabel'>;

const ports = new WeakMap<ComponentRecord, Ports>();

/** The ports of a component as the IR declares them. Worked out once for each component, for all of its tasks. */
export function portsOfComponent({ record, description }: PlannedComponent): Ports {
  let found = ports.get(record);
  if (found === undefined) {
    const { name, inputs, outputs } = description;
    found = irComponentPorts(record.spec, name) ?? emitDefinitions(inputs, outputs, { descriptions: false });
    ports.set(record, found);
  }
  return found;
}

/**
 * What a v2 component declares, as its own IR has it: descriptions, literals and task configuration stay. Nothing for a
 * v1 component. KFP SDK: loading drops the descriptions; here a pipeline that is read and written stays the same.
 */
function irComponentPorts(spec: YamlTree, name: string): Ports | undefined {
  const component = entryOf(entryOf(spec, 'components'), irKeys(name).component);
  if (!isTreeMap(component)) return undefined;
  const { executorLabel: _label, inputDefinitions, ...rest } = component;
  if (inputDefinitions === undefined) return rest;
  return { ...rest, inputDefinitions: withFloatDefaults(inputDefinitions) } as Ports;
}

/** Defaults are Struct values: a default that lost its mark is a float all the same. */
function withFloatDefaults(definitions: YamlTree): YamlTree {
  const parameters = entryOf(definitions, 'parameters');
  if (!isTreeMap(definitions) || !isTreeMap(parameters)) return definitions;
  const entries = Object.entries(parameters).map(([name, definition]) => {
    const value = entryOf(definition, 'defaultValue');
    if (!isTreeMap(definition) || value === undefined) return [name, definition] as const;
    return [name, { ...definition, defaultValue: structValue(value) }] as const;
  });
  return { ...definitions, parameters: Object.fromEntries(entries) };
}
