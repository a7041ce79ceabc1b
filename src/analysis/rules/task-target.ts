import { describeComponentRecord, problemsOfComponentRecord } from '../../catalog/describe-component-record.ts';
import type { SentenceValues } from '../../words/sentence.ts';
import { fix, type TaskContext } from '../rule.ts';

/** What a task runs: missing components and pipelines, and what KFP would refuse about a component. */
export function checkTaskTarget(context: TaskContext): void {
  const { ports, report } = context;
  const titles = ports.problem === 'component-unreadable' ? { component: ports.title } : { name: ports.title };
  if (ports.problem !== undefined) {
    report({ code: ports.problem, values: { ...reasonOf(context), ...titles } });
    return;
  }
  checkComponentProblems(context);
}

/** Why an embedded component cannot be read: the first of its problems, whose sentence stands inside ours. */
function reasonOf({ document, task }: TaskContext): SentenceValues {
  const record = task.target.kind === 'component' ? document.components.get(task.target.component) : undefined;
  const [problem] = record === undefined ? [] : problemsOfComponentRecord(record);
  return problem === undefined ? {} : { ...problem.values, problem: problem.code };
}

function checkComponentProblems({ document, task, report }: TaskContext): void {
  if (task.target.kind !== 'component') return;
  const record = document.components.get(task.target.component);
  const description = record === undefined ? undefined : describeComponentRecord(record);
  for (const problem of description?.problems ?? []) {
    report({
      code: 'component-problem',
      values: { ...problem.values, component: description?.title ?? '', problem: problem.code },
      fixes:
        problem.fix === undefined
          ? []
          : [
              fix(
                { kind: 'retype-component-inputs', task: task.id, inputs: problem.fix.inputs },
                { inputs: problem.fix.inputs.map((input) => input.name), type: problem.fix.inputs[0]?.type ?? '' },
              ),
            ],
    });
  }
}
