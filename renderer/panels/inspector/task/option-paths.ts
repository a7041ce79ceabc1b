import { clearOption } from '../../../../src/analysis/clear-option.ts';
import type { TaskOptions } from '../../../../src/model/task-options.ts';

/** The value of an option at a dotted path (`resources.cpuLimit`), undefined where nothing is set. */
export function optionAt(options: TaskOptions, path: string): unknown {
  let value: unknown = options;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as { readonly [key: string]: unknown })[key];
  }
  return value;
}

/** The options with one of them set, or taken away with the section that becomes empty (`undefined`). */
export function withOption(options: TaskOptions, path: string, value: unknown): TaskOptions {
  const keys = path.split('.');
  return value === undefined ? clearOption(options, keys) : (withPath(options, keys, value) as TaskOptions);
}

function withPath(record: object, [key = '', ...rest]: readonly string[], value: unknown): object {
  const before = (record as { readonly [key: string]: unknown })[key];
  const inner = typeof before === 'object' && before !== null ? before : {};
  return { ...record, [key]: rest.length === 0 ? value : withPath(inner, rest, value) };
}
