import { irKeys } from '../../catalog/ir/ir-file.ts';
import { entryOf, isTreeMap } from '../../catalog/tree.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { ComponentSpec } from './ir.ts';
import { structValue } from './struct-value.ts';

/**
 * What a v2 component declares, as its own IR has it: descriptions, literals and task configuration stay. Nothing for a
 * v1 component. KFP SDK: loading drops the descriptions; here a pipeline that is read and written stays the same.
 */
export function irComponentPorts(spec: YamlTree, name: string): Omit<ComponentSpec, 'executorLabel'> | undefined {
  const component = entryOf(entryOf(spec, 'components'), irKeys(name).component);
  if (!isTreeMap(component)) return undefined;
  const { executorLabel: _label, inputDefinitions, ...rest } = component;
  if (inputDefinitions === undefined) return rest;
  return { ...rest, inputDefinitions: withFloatDefaults(inputDefinitions) } as Omit<ComponentSpec, 'executorLabel'>;
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
