import type { Reference } from '../../model/argument.ts';
import type { PipelineDocument } from '../../model/document.ts';
import type { GroupRecord, LoopGroup } from '../../model/group.ts';
import { bodiesOfGroup, isTask, nodesBelow } from '../../model/lookups.ts';
import { referencesOf } from '../../model/references.ts';
import { isPythonFloat } from '../../yaml/yaml-tree.ts';
import { groupOfBody } from '../scopes.ts';
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

function checkLoop({ document, report }: TargetContext, group: LoopGroup): void {
  const about = { node: group.id };
  const { items } = group;
  if (items.kind === 'reference') {
    const isTyped = items.itemType !== undefined || items.fieldType !== undefined;
    if (items.reference.kind === 'collected') report({ code: 'python-collected-loop', field: 'items' }, about);
    const { reference } = items;
    if (reference.kind === 'loop-item' && reference.field === undefined && !isListItem(document, reference.loop)) {
      report({ code: 'python-loop-over-item', field: 'items' }, about);
    }
    if (groupOfBody(document, group.parent) !== undefined && !isItemUsed(document, group)) {
      report({ code: 'python-unused-item', values: { loop: group.name }, field: 'items' }, about);
    }
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

/** KFP SDK: the item of a list made at run time is of type String, which is no list. */
function isListItem(document: PipelineDocument, loop: LoopGroup['id']): boolean {
  const outer = document.groups.get(loop);
  return outer?.kind === 'loop' && outer.items.kind === 'constant' && Array.isArray(outer.items.items[0]);
}

/** KFP SDK: groups pass on what tasks use, so a loop whose item no task takes gets no items inside another group. */
function isItemUsed(document: PipelineDocument, loop: LoopGroup): boolean {
  return nodesBelow(document, loop.body)
    .filter(isTask)
    .some((task) =>
      Object.values(task.arguments)
        .flatMap(referencesOf)
        .some((reference) => reference.kind === 'loop-item' && reference.loop === loop.id),
    );
}
