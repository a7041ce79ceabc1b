import type { LocalHints } from '../compiled-pipeline.ts';
import type { ComponentSpec, Executor } from './ir.ts';
import type { Fields } from './present-fields.ts';

/** The parts of one compiled pipeline, while they are collected and when they are put into another one. */
export interface Emission {
  readonly components: Keyed<ComponentSpec>;
  readonly executors: Keyed<Executor>;
  /** Platform entries by executor label. */
  readonly platform: { [label: string]: Fields };
  readonly hints: { [label: string]: LocalHints[string] };
}

/** A compiled pipeline that is not yet part of another. */
export interface EmittedPipeline extends Emission {
  readonly root: ComponentSpec;
}

/** Entries under keys that are given out one after the other and never taken back. */
export interface Keyed<Value> {
  readonly entries: { [key: string]: Value };
  /** The number to try next for a key that was taken, by that key. */
  readonly nextNumbers: Map<string, number>;
}

/** Nothing collected yet. */
export function createEmission(): Emission {
  return { components: createKeyed(), executors: createKeyed(), platform: {}, hints: {} };
}

function createKeyed<Value>(): Keyed<Value> {
  return { entries: {}, nextNumbers: new Map() };
}

/**
 * Adds an entry under the first free key of `base`, `base-2`, … and gives the key.
 * KFP SDK: `make_name_unique_by_adding_index`.
 */
export function addUnderFreeKey<Value>({ entries, nextNumbers }: Keyed<Value>, base: string, value: Value): string {
  let number = nextNumbers.get(base) ?? 1;
  let key = number === 1 ? base : `${base}-${number}`;
  while (Object.hasOwn(entries, key)) {
    number += 1;
    key = `${base}-${number}`;
  }
  nextNumbers.set(base, number + 1);
  entries[key] = value;
  return key;
}
