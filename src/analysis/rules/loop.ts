import type { ConstantValue } from '../../model/argument.ts';
import type { LoopGroup } from '../../model/group.ts';
import { typeLabel } from '../../model/type-label.ts';
import { isPythonFloat } from '../../yaml/yaml-tree.ts';
import type { Given } from '../check-given.ts';
import { checkScope } from '../check-scope.ts';
import { isLoopField } from '../loop-fields.ts';
import { offersFor } from '../offers.ts';
import { resolveReference } from '../resolve-reference.ts';
import { fix, type GroupContext } from '../rule.ts';

/** KFP SDK: what `dsl.ParallelFor` can repeat over. */
export function checkLoop({ document, pipeline, report }: GroupContext, group: LoopGroup): void {
  const { items, parallelism } = group;
  if (document.bodies.get(group.body)?.children.length === 0)
    report({
      code: 'group-without-tasks',
      values: { body: group.name },
      fixes: [fix({ kind: 'remove-group', group: group.id })],
    });
  if (parallelism !== undefined && !(Number.isSafeInteger(parallelism) && parallelism >= 0)) {
    const fixes = [fix({ kind: 'clear-parallelism', group: group.id })];
    report({ code: 'parallelism-invalid', values: { value: parallelism }, field: 'parallelism', fixes });
  }
  if (items.kind === 'constant') {
    checkConstantItems(items.items, report);
    return;
  }
  const given = resolveReference(document, pipeline.id, items.reference);
  const problem = given.ok ? checkScope(document, group.id, items.reference) : given;
  if (problem !== undefined) {
    const place = { kind: 'node', node: group.id } as const;
    const request = { place, consumer: group.id, takes: isList, standsThere: true };
    const fixes = offersFor(document, pipeline.id, items.reference, request);
    report({ code: problem.code, values: { port: 'items', ...problem.values }, field: 'items', fixes });
    return;
  }
  if (!given.ok || isList(given)) return;
  report({ code: 'loop-over-single', values: { given: typeLabel(given.type) }, field: 'items' });
}

/** KFP SDK: `LoopArgumentVariable` asks that every field of the first item could be a Python name. */
function checkConstantItems(items: readonly ConstantValue[], report: GroupContext['report']): void {
  const [first] = items;
  if (first === undefined) report({ code: 'loop-without-items', field: 'items' });
  if (typeof first !== 'object' || first === null || Array.isArray(first) || isPythonFloat(first)) return;
  for (const name of Object.keys(first)) {
    if (!isLoopField(name)) report({ code: 'loop-field-invalid', values: { name }, field: 'items' });
  }
}

function isList({ type, freedom }: Given): boolean {
  if (freedom === 'anything') return true;
  return type.kind === 'artifact' ? type.isList : type.parameterType === 'LIST' || freedom !== 'exact';
}
