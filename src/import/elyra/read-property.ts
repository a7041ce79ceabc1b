import { entryOf, isTreeMap } from '../../catalog/tree.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';

/** What a property of a component node says, whichever version of the format wrote it. */
export type ElyraValue =
  | { readonly kind: 'unset' }
  | { readonly kind: 'constant'; readonly value: YamlTree }
  | { readonly kind: 'output'; readonly node: string; readonly port: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string };

const UNSET: ElyraValue = { kind: 'unset' };

/**
 * Reads a property. Elyra: version 7 and 8 have `{widget, value}`; 4 and 5 named the control; before, a value stood by
 * itself, or an output as `{value, option}`.
 */
export function readProperty(tree: YamlTree): ElyraValue {
  if (!isTreeMap(tree)) return constantOf(tree);
  const control = entryOf(tree, 'activeControl');
  if (typeof control === 'string') return readControl(control, entryOf(tree, control) ?? null);
  const widget = entryOf(tree, 'widget');
  const value = entryOf(tree, 'value') ?? null;
  if (widget === undefined) return outputOf(tree);
  if (widget === 'inputpath' || widget === 'inputvalue') return outputOf(value);
  if (widget === 'parameter')
    return typeof value === 'string' && value !== '' ? { kind: 'parameter', name: value } : UNSET;
  if (widget === 'file') return typeof value === 'string' && value !== '' ? { kind: 'file', path: value } : UNSET;
  return constantOf(value);
}

function readControl(control: string, value: YamlTree): ElyraValue {
  return control === 'NestedEnumControl' ? outputOf(value) : constantOf(value);
}

function outputOf(tree: YamlTree): ElyraValue {
  const node = entryOf(tree, 'value');
  const port = entryOf(tree, 'option');
  if (typeof node !== 'string' || typeof port !== 'string' || node === '' || port === '') return UNSET;
  return { kind: 'output', node, port: port.replace(/^(?:elyra_)?(?:output_)?/, '') };
}

/** An empty field is not filled in. */
function constantOf(value: YamlTree): ElyraValue {
  return value === null || value === '' || isTreeMap(value) ? UNSET : { kind: 'constant', value };
}
