import type { CatalogEntry } from '../../../src/catalog/component-description.ts';
import type { PortType } from '../../../src/model/port-type.ts';
import { typeLabel } from '../../../src/model/type-label.ts';

/** The types that ports of the catalog have, by label, in alphabetical order. */
export interface TypeChoices {
  readonly inputs: ReadonlyMap<string, PortType>;
  readonly outputs: ReadonlyMap<string, PortType>;
}

/** Collects the types one can filter by. */
export function typeChoicesOf(entries: Iterable<CatalogEntry>): TypeChoices {
  const inputs = new Map<string, PortType>();
  const outputs = new Map<string, PortType>();
  for (const entry of entries) {
    if (entry.status !== 'ok') continue;
    for (const { type } of entry.description.inputs) inputs.set(typeLabel(type), type);
    for (const { type } of entry.description.outputs) outputs.set(typeLabel(type), type);
  }
  return { inputs: sorted(inputs), outputs: sorted(outputs) };
}

function sorted(types: ReadonlyMap<string, PortType>): ReadonlyMap<string, PortType> {
  return new Map([...types].sort(([left], [right]) => (left < right ? -1 : 1)));
}
