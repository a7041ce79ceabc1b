import { interfaceOfRecord } from '../../../../src/analysis/task-interface.ts';
import type { TaskOutputReference } from '../../../../src/model/argument.ts';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import type { Branch, BranchesGroup, OneOfOutput } from '../../../../src/model/group.ts';
import type { TaskId } from '../../../../src/model/ids.ts';
import { bodyRecord } from '../../../../src/model/lookups.ts';
import type { PortType } from '../../../../src/model/port-type.ts';
import { sanitisePortName, uniqueName } from '../../../../src/model/sanitise-names.ts';
import { typeLabel } from '../../../../src/model/type-label.ts';

/** An output of a task that stands in a branch. */
export interface BranchOutput {
  readonly key: string;
  readonly label: string;
  readonly reference: TaskOutputReference;
  readonly type: PortType;
}

/** Everything that the tasks of a branch give. KFP SDK: `dsl.OneOf` takes outputs of tasks of each branch. */
export function outputsOfBranch(document: PipelineDocument, branch: Branch): readonly BranchOutput[] {
  return bodyRecord(document, branch.body).children.flatMap((id) => {
    const task = document.tasks.get(id as TaskId);
    if (task === undefined) return [];
    return interfaceOfRecord(document, task).outputs.map((port): BranchOutput => {
      const reference = { kind: 'task-output', task: task.id, output: port.id } as const;
      const label = `${task.name}.${port.id}`;
      return { key: label, label: `${label} (${typeLabel(port.type)})`, reference, type: port.type };
    });
  });
}

/** What an output takes from a branch; undefined where nothing is chosen yet. */
export function sourceFrom(output: OneOfOutput, choices: readonly BranchOutput[]): BranchOutput | undefined {
  return choices.find(({ reference }) =>
    output.sources.some(({ task, output: port }) => task === reference.task && port === reference.output),
  );
}

/** The outputs with another source for one of them in one branch; in the order of the branches. */
export function withSource(
  document: PipelineDocument,
  group: BranchesGroup,
  name: string,
  branch: Branch,
  source: TaskOutputReference | undefined,
): readonly OneOfOutput[] {
  return group.outputs.map((output) => {
    if (output.name !== name) return output;
    const sources = group.branches.flatMap((each): readonly TaskOutputReference[] => {
      const kept = each === branch ? source : sourceFrom(output, outputsOfBranch(document, each))?.reference;
      return kept === undefined ? [] : [kept];
    });
    return { ...output, sources };
  });
}

/** The outputs and a new one, of the first output that some branch has, and of what has its type in the others. */
export function withNewOutput(document: PipelineDocument, group: BranchesGroup): readonly OneOfOutput[] {
  const perBranch = group.branches.map((branch) => outputsOfBranch(document, branch));
  const [first] = perBranch.flat();
  if (first === undefined) return group.outputs;
  const sources = perBranch.flatMap((choices) => {
    const same = choices.find(({ type }) => typeLabel(type) === typeLabel(first.type));
    return same === undefined ? [] : [same.reference];
  });
  const taken = new Set(group.outputs.map(({ name }) => name));
  const name = uniqueName(sanitisePortName(first.reference.output), (candidate) => taken.has(candidate), '_');
  return [...group.outputs, { name, sources }];
}
