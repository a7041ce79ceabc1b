import type { LoopGroup } from '../../model/group.ts';
import { typeLabel } from '../../model/type-label.ts';
import { checkScope } from '../check-scope.ts';
import { resolveReference } from '../resolve-reference.ts';
import type { GroupContext } from '../rule.ts';

/** KFP SDK: what `dsl.ParallelFor` can repeat over. */
export function checkLoop({ document, pipeline, report }: GroupContext, group: LoopGroup): void {
  const { items, parallelism } = group;
  if (document.bodies.get(group.body)?.children.length === 0)
    report({ code: 'group-without-tasks', values: { body: group.name } });
  if (parallelism !== undefined && !(Number.isSafeInteger(parallelism) && parallelism >= 0)) {
    report({ code: 'parallelism-invalid', values: { value: parallelism }, field: 'parallelism' });
  }
  if (items.kind === 'constant') {
    if (items.items.length === 0) report({ code: 'loop-without-items', field: 'items' });
    return;
  }
  const given = resolveReference(document, pipeline.id, items.reference);
  const problem = given.ok ? checkScope(document, group.id, items.reference) : given;
  if (problem !== undefined) {
    report({ code: problem.code, values: { port: 'items', ...problem.values }, field: 'items' });
    return;
  }
  if (!given.ok || given.freedom === 'anything') return;
  const { type } = given;
  const isList = type.kind === 'artifact' ? type.isList : type.parameterType === 'LIST' || given.freedom !== 'exact';
  if (!isList) report({ code: 'loop-over-single', values: { given: typeLabel(type) }, field: 'items' });
}
