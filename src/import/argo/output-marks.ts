import { entryOf, isTreeList, type TreeMap } from '../../catalog/tree.ts';
import { mapOf, textOf } from './tree-fields.ts';

/** What the outputs of a template take from its tasks, as marks without braces. */
export function outputMarks(template: TreeMap): readonly (readonly [string, string])[] {
  const outputs = mapOf(template, 'outputs');
  const bare = (text: string | undefined): string => /^\{\{(.+)\}\}$/.exec(text?.trim() ?? '')?.[1]?.trim() ?? '';
  const marks: (readonly [string, string])[] = [];
  const lists = { parameters: entryOf(outputs, 'parameters'), artifacts: entryOf(outputs, 'artifacts') };
  for (const [kind, list] of Object.entries(lists)) {
    for (const output of isTreeList(list) ? list : []) {
      const from = textOf(mapOf(output, 'valueFrom'), 'parameter') ?? textOf(output, 'from');
      marks.push([`${kind}.${textOf(output, 'name') ?? ''}`, bare(from)]);
    }
  }
  return marks;
}
