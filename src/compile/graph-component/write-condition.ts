import { isTreeMap } from '../../catalog/tree.ts';
import type { TaskRecord } from '../../model/document.ts';
import type { BranchesGroup, Comparison, Condition, ConditionOperand } from '../../model/group.ts';
import type { BodyId } from '../../model/ids.ts';
import { bodyRecord } from '../../model/lookups.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { constantText, type GraphScope, writeReference } from './write-argument.ts';

/** Stands for a condition that only its original can say. */
const CEL = 'cel';

/** Whether a written `isEnabled` holds a condition that the format does not know: its original gave way to an edit. */
export function holdsCel(isEnabled: YamlTree | undefined): boolean {
  if (!isTreeMap(isEnabled)) return false;
  return Object.entries(isEnabled).some(([key, value]) => key === CEL || holdsCel(value));
}

/** When a task runs, by the branches it stands in; nothing where it always does or where the format cannot say it. */
export function writeIsEnabled(scope: GraphScope, task: TaskRecord): YamlTree | undefined {
  const conditions = conditionsAround(scope, task.parent).flatMap((condition) => condition ?? []);
  return conditions.reduce<YamlTree | undefined>(
    (before, condition) => (before === undefined ? condition : { and: { op1: before, op2: condition } }),
    undefined,
  );
}

/** From the outermost inwards. */
function conditionsAround(scope: GraphScope, body: BodyId): readonly (YamlTree | undefined)[] {
  const { owner } = bodyRecord(scope.document, body);
  if (owner.kind === 'pipeline') return [];
  const group = scope.document.groups.get(owner.group);
  if (group === undefined) return [];
  const outer = conditionsAround(scope, group.parent);
  return group.kind === 'branches' ? [...outer, ...conditionsOfBranch(scope, group, body)] : outer;
}

/** A later branch runs only when none before it did. */
function conditionsOfBranch(scope: GraphScope, group: BranchesGroup, body: BodyId): readonly (YamlTree | undefined)[] {
  const at = group.branches.findIndex((branch) => branch.body === body);
  const earlier = group.branches.slice(0, Math.max(0, at)).map(({ condition }) => {
    const written = condition === undefined ? undefined : writeCondition(scope, condition);
    return written === undefined ? undefined : { not: written };
  });
  const own = group.branches[at]?.condition;
  return own === undefined ? earlier : [...earlier, writeCondition(scope, own)];
}

function writeCondition(scope: GraphScope, condition: Condition): YamlTree | undefined {
  if (condition.kind === 'comparison') return writeComparison(scope, condition);
  const references = condition.references.map(([name, reference]) => [name, writeReference(scope, reference) ?? null]);
  return { [CEL]: { text: condition.text, references: Object.fromEntries(references) } };
}

function writeComparison(scope: GraphScope, { left, operator, right }: Comparison): YamlTree | undefined {
  const op1 = writeOperand(scope, left);
  const op2 = writeOperand(scope, right);
  return op1 === undefined || op2 === undefined ? undefined : { [operator]: { op1, op2 } };
}

function writeOperand(scope: GraphScope, operand: ConditionOperand): YamlTree | undefined {
  return operand.kind === 'value' ? constantText(operand.value) : writeReference(scope, operand);
}
