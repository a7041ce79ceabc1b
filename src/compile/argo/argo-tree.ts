import type { YamlTree } from '../../yaml/yaml-tree.ts';

/** A part of a workflow as it is written. */
export interface ArgoMap {
  readonly [field: string]: YamlTree;
}

/** A template of a workflow. */
export interface ArgoTemplate extends ArgoMap {
  readonly name: string;
}

/** Leaves out what is not there: undefined fields, and lists and maps that hold nothing. */
export function filledFields(fields: { readonly [field: string]: YamlTree | undefined }): ArgoMap {
  const filled: { [field: string]: YamlTree } = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && !isEmpty(value)) filled[name] = value;
  }
  return filled;
}

function isEmpty(value: YamlTree): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Names in the order of the SDK: by code point. */
export function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  if (left.name === right.name) return 0;
  return left.name < right.name ? -1 : 1;
}
