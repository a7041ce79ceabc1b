import type { Argument, Reference, TemplateValue } from './argument.ts';
import { isReference, isTextArgument } from './references.ts';

/** Gives the reference to stand in place of another; the same one for no change, `undefined` to take it away. */
export type ReferenceMap = (reference: Reference) => Reference | undefined;

type TextPart = string | Reference;

/** Maps every reference of an argument. `undefined`: nothing is left, the argument becomes unset. */
export function mapArgument(argument: Argument, map: ReferenceMap): Argument | undefined {
  switch (argument.kind) {
    case 'value':
      return argument;
    case 'text': {
      const parts = mapParts(argument.parts, map);
      if (parts === argument.parts) return argument;
      return parts.length === 0 ? undefined : { kind: 'text', parts };
    }
    case 'template': {
      const value = mapTemplate(argument.value, map);
      return value === argument.value ? argument : { kind: 'template', value };
    }
    default:
      return map(argument);
  }
}

/** Maps the references of text parts; plain parts that come to stand side by side are joined. */
export function mapParts(parts: readonly TextPart[], map: ReferenceMap): readonly TextPart[] {
  const mapped = parts.map((part) => (typeof part === 'string' ? part : map(part)));
  if (mapped.every((part, index) => part === parts[index])) return parts;
  const joined: TextPart[] = [];
  for (const part of mapped) {
    const last = joined.at(-1);
    if (part === undefined) continue;
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

function mapTemplate(template: TemplateValue, map: ReferenceMap): TemplateValue {
  switch (template.kind) {
    case 'constant':
      return template;
    case 'text': {
      const parts = mapParts(template.parts, map);
      if (parts === template.parts) return template;
      return parts.length === 0 ? { kind: 'constant', value: '' } : { kind: 'text', parts };
    }
    case 'list': {
      const items = template.items.map((item) => mapTemplate(item, map));
      return items.every((item, index) => item === template.items[index]) ? template : { kind: 'list', items };
    }
    case 'map':
      return mapTemplateEntries(template, map);
  }
}

function mapTemplateEntries(template: TemplateValue & { readonly kind: 'map' }, map: ReferenceMap): TemplateValue {
  const entries = template.entries.map(([key, value]) => [key, mapTemplate(value, map)] as const);
  const same = entries.every(([, value], index) => value === template.entries[index]?.[1]);
  return same ? template : { kind: 'map', entries };
}

/**
 * Maps every reference inside settings. A list item that loses its reference goes as a whole
 * (a secret without its name means nothing); elsewhere only the field goes.
 */
export function mapSettings<Settings>(settings: Settings, map: ReferenceMap): Settings {
  return (mapSetting(settings, map) ?? {}) as Settings;
}

function mapSetting(value: unknown, map: ReferenceMap): unknown {
  if (isReference(value)) return map(value);
  if (isTextArgument(value)) return mapArgument(value, map);
  if (Array.isArray(value)) return mapSettingList(value, map);
  if (typeof value !== 'object' || value === null) return value;
  return mapSettingFields(value, map);
}

function mapSettingList(list: readonly unknown[], map: ReferenceMap): unknown {
  const mapped = list.map((item) => ({ item, result: mapSetting(item, map) }));
  const kept = mapped.filter(({ item, result }) => result !== undefined && fieldCount(result) >= fieldCount(item));
  const same = kept.length === list.length && kept.every(({ item, result }) => item === result);
  if (same) return list;
  return kept.length === 0 ? undefined : kept.map(({ result }) => result);
}

function mapSettingFields(record: object, map: ReferenceMap): object {
  let changed = false;
  const mapped: [string, unknown][] = [];
  for (const [key, before] of Object.entries(record)) {
    const after = key === 'unknown' ? before : mapSetting(before, map);
    changed ||= after !== before;
    if (after !== undefined) mapped.push([key, after]);
  }
  return changed ? Object.fromEntries(mapped) : record;
}

function fieldCount(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}
