import type { BranchesGroup, OneOfOutput } from '../../model/group.ts';
import type { BodyId } from '../../model/ids.ts';
import { typeLabel } from '../../model/type-label.ts';
import { resolveReference } from '../resolve-reference.ts';
import { fix, type GroupContext } from '../rule.ts';

/** KFP SDK: `dsl.OneOf`. Each output is fed by one task standing directly in each branch, and one branch always runs. */
export function checkOneOfs(context: GroupContext, group: BranchesGroup): void {
  const names = new Set<string>();
  group.outputs.forEach((output, index) => {
    const field = `outputs.${index}`;
    if (names.has(output.name)) context.report({ code: 'one-of-duplicate', values: { output: output.name }, field });
    names.add(output.name);
    checkOneOf(context, group, output, field);
  });
}

function checkOneOf(context: GroupContext, group: BranchesGroup, output: OneOfOutput, field: string): void {
  const { report } = context;
  const values = { output: output.name };
  const remove = fix({ kind: 'remove-one-of', group: group.id, output: output.name });
  if (group.branches.at(-1)?.condition !== undefined) {
    const fixes = [fix({ kind: 'add-else', group: group.id }, { group: group.name }), remove];
    report({ code: 'one-of-needs-else', values, field, fixes });
  }
  const fed = checkSources(context, group, output, field);
  if (group.branches.some(({ body }) => !fed.has(body))) {
    report({ code: 'one-of-needs-every-branch', values, field, fixes: [remove] });
  }
}

/** The branches that feed the output. */
function checkSources(
  { document, pipeline, report }: GroupContext,
  group: BranchesGroup,
  output: OneOfOutput,
  field: string,
): ReadonlySet<BodyId> {
  const fed = new Set<BodyId>();
  const types: string[] = [];
  const about = { field, fixes: [fix({ kind: 'remove-one-of', group: group.id, output: output.name })] };
  for (const source of output.sources) {
    const given = resolveReference(document, pipeline.id, source);
    if (!given.ok) {
      report({ code: given.code, values: { port: output.name, ...given.values }, ...about });
      continue;
    }
    const task = document.tasks.get(source.task);
    const values = { output: output.name, task: task?.name ?? '' };
    const branch = group.branches.find(({ body }) => body === task?.parent)?.body;
    if (branch === undefined) report({ code: 'one-of-source-elsewhere', values, ...about });
    else if (fed.has(branch)) report({ code: 'one-of-branch-twice', values, ...about });
    if (branch !== undefined) fed.add(branch);
    if (given.freedom === 'exact') types.push(typeLabel(given.type));
  }
  const labels = new Set(types);
  if (labels.size > 1) report({ code: 'one-of-types', values: { output: output.name, types: [...labels] }, ...about });
  return fed;
}
