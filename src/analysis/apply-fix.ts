import { describeComponentRecord } from '../catalog/describe-component-record.ts';
import { digestOfText } from '../catalog/digest.ts';
import { combineEdits } from '../model/combine-edits.ts';
import { componentKeyOf, nameOfComponentKey } from '../model/component-key.ts';
import type { ComponentRecord, PipelineDocument } from '../model/document.ts';
import { unchanged } from '../model/draft.ts';
import type { Edit } from '../model/edit.ts';
import { addBranch, removeBranch } from '../model/edits/branches.ts';
import { setExitTask, setParallelism } from '../model/edits/groups.ts';
import { addInput, removeInput, renameInput, updateInput } from '../model/edits/pipeline-inputs.ts';
import { removeOutput, renameOutput } from '../model/edits/pipeline-outputs.ts';
import { setPipelineSettings } from '../model/edits/pipeline-settings.ts';
import { removeNodes } from '../model/edits/remove-nodes.ts';
import { renameTask } from '../model/edits/rename-task.ts';
import { replaceComponent } from '../model/edits/replace-component.ts';
import { removeAfter } from '../model/edits/run-after.ts';
import { clearArgument, setArgument } from '../model/edits/set-argument.ts';
import { setTaskOptions } from '../model/edits/set-task-options.ts';
import type { TaskId } from '../model/ids.ts';
import { pipelineOfNode } from '../model/lookups.ts';
import { writePythonYaml } from '../yaml/write-python-yaml.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { clearOption } from './clear-option.ts';
import type { Fix, FixChange } from './diagnostic.ts';
import { removeOneOf, setConditionValue, setPlatform, takeOffer } from './fix-edits.ts';
import { inputOfTask, interfaceOfTask } from './task-interface.ts';

/** Applies a mend. What it was made for may be gone meanwhile: then nothing changes. */
export function applyFix(document: PipelineDocument, fix: Fix): Edit {
  const edit = applyChange(document, fix.change);
  const values = Object.fromEntries(Object.entries(fix.values).map(([name, value]) => [name, String(value)]));
  return { ...edit, label: { key: `fix.${fix.change.kind}`, values } };
}

function applyChange(document: PipelineDocument, change: FixChange): Edit {
  switch (change.kind) {
    case 'remove-argument':
      return clearArgument(document, change.task, change.port);
    case 'set-argument-value':
      return setArgument(document, change.task, change.port, { kind: 'value', value: change.value });
    case 'add-pipeline-input':
      return feedFromNewInput(document, change.task, change.port);
    case 'remove-after':
      return removeAfter(document, change.node, change.upstream);
    case 'rename-task':
      return renameTask(document, change.task, change.name);
    case 'rename-input':
      return renameInput(document, change.pipeline, change.input, change.name);
    case 'rename-output':
      return renameOutput(document, change.pipeline, change.output, change.name);
    case 'rename-pipeline':
      return setPipelineSettings(document, change.pipeline, { name: change.name });
    case 'remove-input':
      return removeInput(document, change.pipeline, change.input);
    case 'remove-output':
      return removeOutput(document, change.pipeline, change.output);
    case 'clear-option':
      return clearTaskOption(document, change.task, change.option);
    case 'retype-component-inputs':
      return retypeInputs(document, change.task, change.inputs);
    case 'remove-group':
      return removeNodes(document, [change.group]);
    case 'add-else':
      return addBranch(document, change.group);
    case 'remove-branch':
      return removeBranch(document, change.group, change.body);
    case 'remove-one-of':
      return removeOneOf(document, change.group, change.output);
    case 'clear-exit-task':
      return setExitTask(document, change.group, undefined);
    case 'clear-parallelism':
      return setParallelism(document, change.group, undefined);
    case 'set-input-default':
      return updateInput(document, change.pipeline, change.input, { default: change.value });
    case 'declare-input':
      return addInput(document, change.pipeline, { name: change.input, type: change.type });
    case 'set-workspace':
      return setPlatform(document, { workspace: { size: change.size } });
    case 'clear-platform-setting':
      return setPlatform(document, { [change.setting]: undefined });
    case 'set-condition-value':
      return setConditionValue(document, change);
    case 'clear-input-default':
      return updateInput(document, change.pipeline, change.input, { default: undefined });
    case 'collect-results':
    case 'surface-one-of':
    case 'begin-one-of':
    case 'use-loop-item':
    case 'use-loop-list':
    case 'use-plain-output':
      return takeOffer(document, change);
  }
}

/** A new pipeline input of the port’s type, wired to the port. */
function feedFromNewInput(document: PipelineDocument, taskId: TaskId, port: string): Edit {
  const label = { key: 'fix.add-pipeline-input' };
  const task = document.tasks.get(taskId);
  const pipeline = pipelineOfNode(document, taskId);
  const input = inputOfTask(interfaceOfTask(document, taskId), port);
  if (task === undefined || pipeline === undefined || input === undefined) return unchanged(document, label);
  const added = addInput(document, pipeline, {
    name: input.id,
    type: input.type,
    ...(input.description === undefined ? {} : { description: input.description }),
  });
  return combineEdits(document, label, [
    () => added,
    (next) => setArgument(next, taskId, port, { kind: 'input', input: added.name }),
  ]);
}

function clearTaskOption(document: PipelineDocument, taskId: TaskId, option: string): Edit {
  const task = document.tasks.get(taskId);
  if (task === undefined) return unchanged(document, { key: 'fix.clear-option' });
  return setTaskOptions(document, taskId, clearOption(task.options, option.split('.')));
}

/** Puts a copy of the component, in which the named inputs have the given types, in its place. */
function retypeInputs(
  document: PipelineDocument,
  taskId: TaskId,
  inputs: readonly { readonly name: string; readonly type: string }[],
): Edit {
  const label = { key: 'fix.retype-component-inputs' };
  const target = document.tasks.get(taskId)?.target;
  const record = target?.kind === 'component' ? document.components.get(target.component) : undefined;
  if (record === undefined) return unchanged(document, label);
  const copy = withInputTypes(record, new Map(inputs.map(({ name, type }) => [name, type])));
  const description = describeComponentRecord(copy);
  if (description === undefined) return unchanged(document, label);
  return replaceComponent(document, taskId, copy, {
    inputs: description.inputs.map((port) => port.id),
    outputs: description.outputs.map((port) => port.id),
  });
}

function withInputTypes({ origin, ...record }: ComponentRecord, types: ReadonlyMap<string, string>): ComponentRecord {
  const spec = record.spec as { readonly [field: string]: YamlTree };
  const before = Array.isArray(spec.inputs) ? (spec.inputs as readonly { readonly name?: YamlTree }[]) : [];
  const inputs = before.map((input) => {
    const type = types.get(String(input.name));
    return type === undefined ? input : { ...input, type };
  });
  const retyped = { ...spec, inputs: inputs as readonly YamlTree[] };
  const digest = digestOfText(writePythonYaml(retyped, { sortKeys: false }));
  return { key: componentKeyOf(nameOfComponentKey(record.key), digest), spec: retyped };
}
