import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import { entryOf } from '../../catalog/tree.ts';
import type { PipelineInput, PipelineRecord, TaskRecord } from '../../model/document.ts';
import { sanitiseTaskName } from '../../model/sanitise-names.ts';
import { fix } from '../rule.ts';
import { inputOfTask, interfaceOfRecord } from '../task-interface.ts';
import { checkPythonGroup } from './python-groups.ts';
import { isPythonName, isReadableInDocstring } from './python-names.ts';
import { checkPythonSettings } from './python-settings.ts';
import { checkPythonTexts } from './python-texts.ts';
import type { TargetContext } from './target-rule.ts';

/** What the SDK's Python has no way to write, or compiles to something else. */
export function checkPython(context: TargetContext): void {
  const { document } = context;
  for (const pipeline of document.pipelines.values()) checkPipeline(context, pipeline);
  for (const task of document.tasks.values()) {
    checkTask(context, task);
    checkPythonSettings(context, task);
    checkPythonTexts(context, task);
  }
  for (const group of document.groups.values()) checkPythonGroup(context, group);
  checkPortDescriptions(context);
}

/** KFP SDK: the ports of a loaded v2 component lose their descriptions. Said once for each component. */
function checkPortDescriptions({ document, report }: TargetContext): void {
  const seen = new Set<string>();
  for (const { id, target } of document.tasks.values()) {
    const record = target.kind === 'component' ? document.components.get(target.component) : undefined;
    const description = record === undefined ? undefined : describeComponentRecord(record);
    if (record === undefined || description === undefined || seen.has(record.key)) continue;
    seen.add(record.key);
    const ports = [...description.inputs, ...description.outputs];
    const isV2 =
      entryOf(record.spec, 'implementation') === undefined && description.implementation.kind === 'container';
    if (!isV2 || ports.every((port) => (port.description ?? '') === '')) continue;
    const values = { component: description.title };
    report({ code: 'python-port-descriptions', severity: 'warning', values }, { node: id });
  }
}

function checkPipeline(context: TargetContext, pipeline: PipelineRecord): void {
  const { document, report } = context;
  const about = { pipeline: pipeline.id };
  const given = sanitiseTaskName(pipeline.name);
  if (pipeline.id === document.root && given !== pipeline.name) {
    report({ code: 'python-pipeline-name', severity: 'warning', values: { name: pipeline.name, given } }, about);
  }
  for (const input of pipeline.inputs) checkInput(context, pipeline, input);
  const isSingle = pipeline.outputs.length === 1 && pipeline.outputs[0]?.name === 'Output';
  for (const { name, type, description } of pipeline.outputs) {
    const pipelinePort = { side: 'output', name } as const;
    if (!isSingle && (!isPythonName(name) || name.startsWith('_'))) {
      report({ code: 'python-output-name', values: { name }, pipelinePort }, about);
    }
    if (!isPythonType(type)) report({ code: 'python-type', values: { name }, pipelinePort }, about);
    // KFP SDK: a single unnamed output has no name that a docstring could describe.
    const isLost = isSingle || !areOutputsRead(pipeline) || !isReadableInDocstring(description ?? '');
    if ((description ?? '') !== '' && isLost) {
      report({ code: 'python-description', severity: 'warning', values: { name }, pipelinePort }, about);
    }
  }
}

/** KFP SDK: a docstring that describes nothing but outputs is not read. */
function areOutputsRead({ description = '', inputs }: PipelineRecord): boolean {
  const [summary = ''] = description.split('\n');
  const isSummary = summary !== '' && isReadableInDocstring(summary);
  return isSummary || inputs.some((input) => (input.description ?? '') !== '');
}

function checkInput({ report }: TargetContext, pipeline: PipelineRecord, input: PipelineInput): void {
  const { name, type, description } = input;
  const about = { pipeline: pipeline.id };
  const pipelinePort = { side: 'input', name } as const;
  if (!isPythonName(name) || name === 'Output') {
    const suggestion = `${name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?=[0-9])/, 'n')}_`.replace(/_+$/, '_value');
    const fixes = [fix({ kind: 'rename-input', pipeline: pipeline.id, input: name, name: suggestion })];
    report({ code: 'python-input-name', values: { name }, pipelinePort, fixes }, about);
  }
  if (!isPythonType(type)) report({ code: 'python-type', values: { name }, pipelinePort }, about);
  if (description !== undefined && !isReadableInDocstring(description)) {
    report({ code: 'python-description', severity: 'warning', values: { name }, pipelinePort }, about);
  }
  if (input.optional === false && input.default !== undefined) {
    report({ code: 'python-optional', severity: 'warning', values: { name }, pipelinePort }, about);
  }
}

function isPythonType(type: PipelineInput['type']): boolean {
  return type.kind === 'artifact' || !['TASK_FINAL_STATUS', 'TASK_CONFIG'].includes(type.parameterType);
}

function checkTask({ document, report }: TargetContext, task: TaskRecord): void {
  const about = { node: task.id };
  if (task.target.kind === 'importer' && !/^importer(?:-\d+)?$/.test(task.name)) {
    report({ code: 'python-importer-name', severity: 'warning', values: { name: task.name } }, about);
  }
  if (task.options.ignoreUpstreamFailure !== true) return;
  const ports = interfaceOfRecord(document, task);
  for (const { id } of ports.inputs) {
    const type = inputOfTask(ports, id)?.type;
    const isStatus = type?.kind === 'parameter' && type.parameterType === 'TASK_FINAL_STATUS';
    if (task.arguments[id] !== undefined || isStatus) continue;
    report({ code: 'python-ignored-failure', values: { task: task.name, port: id }, port: { side: 'in', id } }, about);
  }
}
