import type { YamlPath } from '../yaml/find-yaml-line.ts';

/** A path as people write it: `inputs[0].type`. Empty for the top. */
export function pathText(path: YamlPath): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += text === '' ? part : `.${part}`;
  }
  return text;
}
