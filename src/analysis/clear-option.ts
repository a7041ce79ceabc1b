import type { TaskOptions } from '../model/task-options.ts';

/** Task options without the one at a path (`resources`, `cpuLimit`). A section that becomes empty goes too. */
export function clearOption(options: TaskOptions, path: readonly string[]): TaskOptions {
  return (withoutPath(options, path) ?? {}) as TaskOptions;
}

function withoutPath(record: object, path: readonly string[]): object | undefined {
  const [key, ...rest] = path;
  const fields = Object.entries(record).flatMap(([name, value]: [string, unknown]) => {
    if (name !== key) return [[name, value] as const];
    const inner = rest.length > 0 && typeof value === 'object' && value !== null ? withoutPath(value, rest) : undefined;
    return inner === undefined ? [] : [[name, inner] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}
