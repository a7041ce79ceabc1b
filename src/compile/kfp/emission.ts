import type { NodeId } from '../../model/ids.ts';
import type { LocalHints, SourcePlace } from '../compiled-pipeline.ts';
import type { ComponentSpec, Executor } from './ir.ts';
import type { Fields } from './present-fields.ts';

/** What is collected while the DAGs are written down. */
export interface Emission {
  readonly components: { [key: string]: ComponentSpec };
  readonly executors: { [label: string]: Executor };
  /** Platform entries by executor label. */
  readonly platform: { [label: string]: Fields };
  readonly hints: { [label: string]: LocalHints[string] };
  readonly byIrPath: Map<string, SourcePlace>;
  readonly byNode: Map<NodeId, string[]>;
}

/** Nothing collected yet. */
export function createEmission(): Emission {
  return { components: {}, executors: {}, platform: {}, hints: {}, byIrPath: new Map(), byNode: new Map() };
}

/** The first free key of `base`, `base-2`, … KFP SDK: `make_name_unique_by_adding_index`. */
export function freeKey(base: string, taken: { readonly [key: string]: unknown }): string {
  let key = base;
  for (let number = 2; Object.hasOwn(taken, key); number += 1) key = `${base}-${number}`;
  return key;
}
