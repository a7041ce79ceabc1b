import type { YamlTree } from '../../yaml/yaml-tree.ts';

/** A message of the IR as plain data. */
export type Fields = { readonly [field: string]: YamlTree };

/**
 * The fields that proto3 JSON writes: unset ones, empty texts, lists and maps are left out. Numbers, switches and
 * messages stay: a message that is set appears even if it is empty, and it is the caller who drops zeros.
 */
export function presentFields(fields: { readonly [field: string]: YamlTree | undefined }): Fields {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, YamlTree] => isPresent(entry[1])));
}

function isPresent(value: YamlTree | undefined): boolean {
  if (value === undefined || value === '') return false;
  if (typeof value !== 'object' || value === null) return true;
  return Object.keys(value).length > 0;
}
