import type { DagOutputs, InputArtifactSpec, InputParameterSpec, TaskSpec } from '../../compile/kfp/ir.ts';
import type { Reference, TaskOutputReference } from '../../model/argument.ts';
import type { DagScope, GroupNode } from './outline-node.ts';

/** KFP SDK: the selector of one field of a loop's item. */
const FIELD = /^parseJson\(string_value\)\["([^"\\]*)"\]$/;

/** One place inside a DAG that feeds an output of it. */
export interface Selector {
  readonly task: string;
  readonly output: string;
}

/** What a parameter of a task, or of the platform document, refers to; nothing where it is no reference. */
export function parameterReference(scope: DagScope, source: InputParameterSpec): Reference | undefined {
  const { componentInputParameter, taskOutputParameter, parameterExpressionSelector } = source;
  const reference =
    componentInputParameter !== undefined
      ? inputReference(scope, componentInputParameter)
      : taskOutputParameter &&
        outputReference(scope, taskOutputParameter.producerTask, taskOutputParameter.outputParameterKey);
  if (parameterExpressionSelector === undefined) return reference;
  const field = FIELD.exec(parameterExpressionSelector)?.[1];
  if (reference?.kind !== 'loop-item' || reference.field !== undefined || field === undefined) return undefined;
  return { ...reference, field };
}

/** What an artifact of a task refers to. */
export function artifactReference(scope: DagScope, source: InputArtifactSpec): Reference | undefined {
  const { componentInputArtifact, taskOutputArtifact } = source;
  if (componentInputArtifact !== undefined) return inputReference(scope, componentInputArtifact);
  return (
    taskOutputArtifact && outputReference(scope, taskOutputArtifact.producerTask, taskOutputArtifact.outputArtifactKey)
  );
}

/** What an input of a DAG stands for: the way through the groups is followed out to where the value comes from. */
export function inputReference(scope: DagScope, name: string): Reference | undefined {
  if (scope.around === undefined) return { kind: 'input', input: name };
  if (scope.inputs.has(name)) return scope.inputs.get(name);
  // Nothing goes round in circles: a group's inputs lead outwards.
  const reference = passedIn(scope.around, name);
  scope.inputs.set(name, reference);
  return reference;
}

function passedIn({ role, id, task, outer }: GroupNode, name: string): Reference | undefined {
  if (role === 'loop' && itemInputOf(task) === name) return { kind: 'loop-item', loop: id };
  const parameter = own(task.inputs?.parameters, name);
  if (parameter !== undefined) return parameterReference(outer, parameter);
  const artifact = own(task.inputs?.artifacts, name);
  return artifact === undefined ? undefined : artifactReference(outer, artifact);
}

/** The input of a loop's DAG that holds the item. */
export function itemInputOf({ parameterIterator, artifactIterator }: TaskSpec): string | undefined {
  return parameterIterator?.itemInput ?? artifactIterator?.itemInput;
}

/** What an output of a task or group of a DAG stands for: the way is followed in, to the task that gives the value. */
export function outputReference(scope: DagScope, producer: string, output: string): Reference | undefined {
  const node = scope.nodes.get(producer);
  if (node === undefined) return undefined;
  if (node.kind === 'task') return { kind: 'task-output', task: node.id, output };
  const outputs = node.inner.component.dag?.outputs;
  const selectors = selectorsOf(outputs, output);
  if (isOneOf(outputs, output)) return { kind: 'one-of', group: node.id, output: oneOfName(output) };
  const [only] = selectors;
  if (only === undefined || selectors.length > 1) return undefined;
  const inner = outputReference(node.inner, only.task, only.output);
  // KFP SDK: only collected outputs leave a group like this, be it a loop or not.
  return inner?.kind === 'task-output' || inner?.kind === 'collected' ? { ...inner, kind: 'collected' } : undefined;
}

/** The task inside a branch that feeds a one-of output; nothing where the way leads through a loop. */
export function branchReference(scope: DagScope, { task, output }: Selector): TaskOutputReference | undefined {
  const node = scope.nodes.get(task);
  if (node === undefined) return undefined;
  if (node.kind === 'task') return { kind: 'task-output', task: node.id, output };
  const [only, more] = selectorsOf(node.inner.component.dag?.outputs, output);
  if (node.role === 'loop' || only === undefined || more !== undefined) return undefined;
  return branchReference(node.inner, only);
}

/** Whether an output takes the value of whichever branch ran. */
export function isOneOf(outputs: DagOutputs | undefined, name: string): boolean {
  if (own(outputs?.parameters, name)?.valueFromOneof !== undefined) return true;
  return (own(outputs?.artifacts, name)?.artifactSelectors ?? []).length > 1;
}

/** What feeds an output of a DAG, in the order of the file. */
export function selectorsOf(outputs: DagOutputs | undefined, name: string): readonly Selector[] {
  const parameter = own(outputs?.parameters, name);
  if (parameter !== undefined) {
    const single = parameter.valueFromParameter === undefined ? [] : [parameter.valueFromParameter];
    return (parameter.valueFromOneof?.parameterSelectors ?? single).map((selector) => {
      return { task: selector.producerSubtask, output: selector.outputParameterKey };
    });
  }
  return (own(outputs?.artifacts, name)?.artifactSelectors ?? []).map((selector) => {
    return { task: selector.producerSubtask, output: selector.outputArtifactKey };
  });
}

/** The name of a one-of output in the document. KFP SDK: `pipelinechannel--condition-branches-1-oneof-1`. */
export function oneOfName(key: string): string {
  return /-(oneof-[0-9]+)$/.exec(key)?.[1] ?? key.replace(/^pipelinechannel--/, '');
}

function own<Value>(record: { readonly [key: string]: Value } | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
