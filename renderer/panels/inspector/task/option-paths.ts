import type { TaskOptions } from '../../../../src/model/task-options.ts';

/** The value of an option at a dotted path (`resources.cpuLimit`, `env.0.name`), undefined where nothing is set. */
export function optionAt(options: TaskOptions, path: string): unknown {
  let value: unknown = options;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as { readonly [key: string]: unknown })[key];
  }
  return value;
}

/**
 * The options with one of them set, or taken away (`undefined`) with the section or list that becomes empty. What a list
 * holds stays, even with nothing in it: it is a row that somebody fills in.
 */
export function withOption(options: TaskOptions, path: string, value: unknown): TaskOptions {
  return (withPath(options, path.split('.'), value) ?? {}) as TaskOptions;
}

function withPath(record: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  const next = (before: unknown): unknown => (rest.length === 0 ? value : withPath(before, rest, value));
  if (Array.isArray(record)) return withItem(record, Number(key), next, rest.length > 0);
  const fields = typeof record === 'object' && record !== null ? (record as { readonly [key: string]: unknown }) : {};
  const entries = Object.entries({ ...fields, [key]: next(fields[key]) }).filter(([, inner]) => inner !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A list is written whole; setting nothing at an item's own place takes it away. */
function withItem(
  list: readonly unknown[],
  index: number,
  next: (before: unknown) => unknown,
  isInside: boolean,
): unknown {
  const inner = next(list[index]) ?? (isInside ? {} : undefined);
  const changed = inner === undefined ? list.filter((_, at) => at !== index) : list.with(index, inner);
  return changed.length === 0 ? undefined : changed;
}
