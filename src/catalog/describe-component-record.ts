import type { ComponentRecord } from '../model/document.ts';
import type { ComponentDescription, ComponentProblem } from './component-description.ts';
import type { DescribedComponent } from './described-component.ts';
import { describeIr } from './ir/describe-ir.ts';
import { isTreeMap } from './tree.ts';
import { describeV1 } from './v1/describe-v1.ts';

const described = new WeakMap<ComponentRecord, DescribedComponent>();

/**
 * Describes a component embedded in a document; undefined where the SDK could not load it. The same object comes back
 * for the same record. An IR pipeline used as a component is a graph. Problems have no lines: the text is not at hand.
 */
export function describeComponentRecord(record: ComponentRecord): ComponentDescription | undefined {
  const known = describeOnce(record);
  return known.ok ? known.description : undefined;
}

/** Why an embedded component cannot be loaded, or what the SDK refuses when it is used. */
export function problemsOfComponentRecord(record: ComponentRecord): readonly ComponentProblem[] {
  const known = describeOnce(record);
  return known.ok ? known.description.problems : known.problems;
}

function describeOnce(record: ComponentRecord): DescribedComponent {
  const known = described.get(record) ?? describeSpec(record);
  described.set(record, known);
  return known;
}

function describeSpec({ spec }: ComponentRecord): DescribedComponent {
  if (!isTreeMap(spec)) return { ok: false, problems: [{ code: 'other-yaml', values: {} }] };
  return Object.hasOwn(spec, 'implementation') ? describeV1(spec, undefined) : describeIr(spec, undefined);
}
