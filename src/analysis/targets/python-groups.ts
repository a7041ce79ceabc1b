import type { Reference } from '../../model/argument.ts';
import type { GroupRecord, LoopGroup } from '../../model/group.ts';
import { bodiesOfGroup } from '../../model/lookups.ts';
import { isPythonFloat } from '../../yaml/yaml-tree.ts';
import { isHiddenField } from './python-names.ts';
import type { TargetContext } from './target-rule.ts';

/** KFP SDK: what its group classes have no argument for, or get wrong. */
export function checkPythonGroup(context: TargetContext, group: GroupRecord): void {
  const { document, report } = context;
  const about = { node: group.id };
  for (const body of bodiesOfGroup(group)) {
    if (document.bodies.get(body)?.children.length === 0) {
      report({ code: 'python-empty-group', values: { name: group.name } }, about);
    }
  }
  if (group.kind === 'loop') checkLoop(context, group);
  if (group.kind !== 'branches') return;
  if (group.branches.length > 1 && (group.displayName ?? '') !== '') {
    report({ code: 'python-group-name', severity: 'warning', values: { name: group.displayName ?? '' } }, about);
  }
  group.branches.forEach(({ condition }, index) => {
    const field = `branches.${index}.condition`;
    if (condition?.kind === 'raw')
      report({ code: 'python-raw-condition', values: { text: condition.text }, field }, about);
  });
}

function checkLoop({ report }: TargetContext, group: LoopGroup): void {
  const about = { node: group.id };
  const { items } = group;
  if (items.kind === 'reference') {
    const isTyped = items.itemType !== undefined || items.fieldType !== undefined;
    if (items.reference.kind === 'collected') report({ code: 'python-collected-loop', field: 'items' }, about);
    if (isTyped && !canBeAnnotated(items.reference)) report({ code: 'python-loop-type', field: 'items' }, about);
    return;
  }
  const [first] = items.items;
  if (typeof first !== 'object' || first === null || Array.isArray(first) || isPythonFloat(first)) return;
  for (const name of Object.keys(first)) {
    // KFP SDK: `LoopParameterArgument` makes an attribute of each field of the first item.
    if (!/^[a-zA-Z_][0-9a-zA-Z_]*$/.test(name) || isHiddenField(name)) {
      report({ code: 'python-loop-field', values: { name }, field: 'items' }, about);
    }
  }
}

/** Only the type of a pipeline input can be written as that of a list of something. */
function canBeAnnotated(reference: Reference): boolean {
  return reference.kind === 'input';
}
