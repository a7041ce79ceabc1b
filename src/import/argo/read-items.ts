import { loopItemType } from '../../analysis/loop-item-type.ts';
import { entryOf, isTreeList, isTreeMap, plainJson, type TreeMap } from '../../catalog/tree.ts';
import type { ConstantValue } from '../../model/argument.ts';
import type { LoopItems } from '../../model/group.ts';
import type { GroupId } from '../../model/ids.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { type Frame, learnType, noteLoss, referenceOf, type Value } from './argo-reading.ts';
import { hasMarks, jsonOf, valueOfText } from './read-marks.ts';
import { mapOf, mapsOf, textOf, wholeOf } from './tree-fields.ts';

/** What a loop runs over, and what marks mean inside of it. Number 0 stands for one that is still to be given. */
export interface ReadItems {
  readonly items: LoopItems;
  readonly meanings: (loop: GroupId) => ReadonlyMap<string, Value>;
}

const MOST_ITEMS = 10_000;

/** Reads `withItems`, `withParam` or `withSequence`; nothing where a call has none, or none that can be drawn. */
export function readItems(frame: Frame, call: TreeMap, task: string): ReadItems | undefined {
  const items = itemsOf(frame, call, task);
  if (items === undefined) return undefined;
  const fields = fieldsIn(call);
  return {
    items,
    meanings: (loop) => {
      const typed = (field?: string) => (items.kind === 'constant' ? loopItemType(items.items, field) : 'STRING');
      const meanings = new Map(frame.meanings);
      meanings.set('item', { argument: { kind: 'loop-item', loop }, type: typed() });
      for (const field of fields) {
        meanings.set(`item.${field}`, { argument: { kind: 'loop-item', loop, field }, type: typed(field) });
      }
      return meanings;
    },
  };
}

function itemsOf(frame: Frame, call: TreeMap, task: string): LoopItems | undefined {
  const list = entryOf(call, 'withItems');
  const param = textOf(call, 'withParam');
  const sequence = mapOf(call, 'withSequence');
  const items =
    list !== undefined
      ? constantItems(list, call)
      : param !== undefined
        ? parameterItems(frame, call, { param, task })
        : Object.keys(sequence).length > 0
          ? sequenceItems(sequence, call)
          : undefined;
  const isLoop = ['withItems', 'withParam', 'withSequence'].some((field) => Object.hasOwn(call, field));
  if (items === undefined && isLoop) noteLoss(frame.names.reading, 'argo-items-not-read', { task });
  return items;
}

function constantItems(list: YamlTree | undefined, call: TreeMap): LoopItems | undefined {
  if (!isTreeList(list) || list.length === 0 || hasMarks(JSON.stringify(list))) return undefined;
  return { kind: 'constant', items: list as readonly ConstantValue[], itemNumber: itemNumber(call) };
}

/** KFP SDK 1.8: the name of the item has the number of its loop. */
function itemNumber(call: TreeMap): number {
  const given = mapsOf(mapOf(call, 'arguments'), 'parameters').filter((parameter) => {
    return /^\{\{item\b/.test(textOf(parameter, 'value') ?? '');
  });
  const numbers = given.map((parameter) => /^loop-item-param-(\d+)/.exec(textOf(parameter, 'name') ?? '')?.[1]);
  return Number(numbers.find((found) => found !== undefined) ?? 0);
}

function parameterItems(
  frame: Frame,
  call: TreeMap,
  { param, task }: { readonly param: string; readonly task: string },
): LoopItems | undefined {
  if (!hasMarks(param)) return constantItems(jsonOf(param), call);
  const value = valueOfText(frame, param, task);
  const reference = referenceOf(value);
  if (reference === undefined) return undefined;
  learnType(frame.names.reading, value, 'LIST');
  return { kind: 'reference', reference };
}

/** Argo: `withSequence` counts as text. */
function sequenceItems(sequence: TreeMap, call: TreeMap): LoopItems | undefined {
  const start = wholeOf(sequence, 'start') ?? 0;
  const count = wholeOf(sequence, 'count');
  const end = count === undefined ? wholeOf(sequence, 'end') : start + count - 1;
  if (end === undefined || textOf(sequence, 'format') !== undefined || Math.abs(end - start) >= MOST_ITEMS)
    return undefined;
  const step = end < start ? -1 : 1;
  if (count === 0) return undefined;
  const items = Array.from({ length: Math.abs(end - start) + 1 }, (_, index) => String(start + index * step));
  return { kind: 'constant', items, itemNumber: itemNumber(call) };
}

function fieldsIn(call: TreeMap): ReadonlySet<string> {
  const text = JSON.stringify(isTreeMap(call) ? plainJson(call) : '');
  return new Set([...text.matchAll(/\{\{\s*item\.([\w-]+)\s*\}\}/g)].map(([, field]) => field ?? ''));
}
