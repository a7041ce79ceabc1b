import type { ComponentRecord } from '../model/document.ts';
import type { DescribedComponent } from './described-component.ts';
import { describeIr } from './ir/describe-ir.ts';
import { isTreeMap } from './tree.ts';
import { describeV1 } from './v1/describe-v1.ts';

const described = new WeakMap<object, DescribedComponent>();

/**
 * Describes a component embedded in a document; the same object comes back for the same record. An IR pipeline used
 * as a component is a graph. Problems have no lines, because the text is not at hand.
 */
export function describeComponentRecord(record: ComponentRecord): DescribedComponent {
  const known = described.get(record);
  if (known !== undefined) return known;
  const fresh = describeSpec(record);
  described.set(record, fresh);
  return fresh;
}

function describeSpec({ spec }: ComponentRecord): DescribedComponent {
  if (!isTreeMap(spec)) return { ok: false, problems: [{ code: 'other-yaml', values: {} }] };
  return Object.hasOwn(spec, 'implementation') ? describeV1(spec, undefined) : describeIr(spec, undefined);
}
