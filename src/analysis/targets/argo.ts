import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import type { Reference } from '../../model/argument.ts';
import type { TaskRecord } from '../../model/document.ts';
import type { GroupRecord } from '../../model/group.ts';
import { enclosingGroups, pipelineOfBody, rootPipeline } from '../../model/lookups.ts';
import { referencesOfOutputs } from '../../model/record-references.ts';
import { resolveReference } from '../resolve-reference.ts';
import { interfaceOfTask } from '../task-interface.ts';
import { producerOf, referencesOfNode } from '../upstream.ts';
import { argoTextsOf } from './argo-texts.ts';
import type { TargetContext } from './target-rule.ts';

/** Kubernetes: a label has 63 characters, of which Argo makes five of its own for `generateName`. */
const LONGEST_NAME = 57;

/** Addresses that Argo fetches artifacts from. */
const FETCHED = /^(?:https?:\/\/.+|(?:gs|s3|minio):\/\/[^/]+\/.+)$/;

/** Placeholders of KFP that have no like without its backend. */
const BACKEND_PLACEHOLDER = /\{\{\$\.(?:inputs|outputs)\.artifacts\['[^']+'\]\.(?!path\}\})[^}]*\}\}/;

/** What an Argo Workflow cannot say, or would not do as it is meant. Argo: `workflow/validate/validate.go`. */
export function checkArgo(context: TargetContext): void {
  const { document, report } = context;
  const { name, inputs } = rootPipeline(document);
  if (name.length > LONGEST_NAME) report({ code: 'argo-name-too-long', values: { name, limit: LONGEST_NAME } });
  for (const { name: input, type } of inputs) {
    if (type.kind === 'parameter') continue;
    report({ code: 'argo-artifact-input', values: { input }, pipelinePort: { side: 'input', name: input } });
  }
  for (const task of document.tasks.values()) checkTask(context, task);
  for (const group of document.groups.values()) checkGroup(context, group);
  for (const pipeline of document.pipelines.values()) {
    for (const reference of referencesOfOutputs(pipeline)) {
      checkReference(context, reference, { pipeline: pipeline.id });
      checkImported(context, reference, { pipeline: pipeline.id });
    }
  }
  checkBodies(context);
}

type About = Parameters<TargetContext['report']>[1];

function checkTask(context: TargetContext, task: TaskRecord): void {
  const { document, report } = context;
  const about = { node: task.id };
  const values = { task: task.name };
  for (const reference of referencesOfNode(task)) checkReference(context, reference, about);
  checkTarget(context, task);
  if (argoTextsOf(document, task).some((text) => text.replace(/\{\{\$[^{}]*\}\}/g, '').includes('{{'))) {
    report({ code: 'argo-braces', values }, about);
  }
  const { retry, ignoreUpstreamFailure } = task.options;
  const { backoffFactor = 1 } = retry ?? {};
  if (!Number.isInteger(backoffFactor)) {
    const rounded = { ...values, factor: backoffFactor, used: Math.max(1, Math.round(backoffFactor)) };
    report({ code: 'argo-backoff-factor', severity: 'warning', values: rounded, field: 'options.retry' }, about);
  }
  if (ignoreUpstreamFailure !== true) return;
  if (!Object.values(task.arguments).some((argument) => 'kind' in argument && isFromTask(argument))) return;
  report({ code: 'argo-ignored-failure', values }, about);
}

function isFromTask(argument: TaskRecord['arguments'][string]): boolean {
  return argument.kind !== 'value' && argument.kind !== 'text' && argument.kind !== 'template'
    ? producerOf(argument) !== undefined
    : argument.kind === 'text' &&
        argument.parts.some((part) => typeof part !== 'string' && producerOf(part) !== undefined);
}

function checkTarget({ document, report }: TargetContext, task: TaskRecord): void {
  const about = { node: task.id };
  const { target } = task;
  if (target.kind === 'importer') {
    const { uri } = task.arguments;
    const isFetched = uri?.kind === 'value' && typeof uri.value === 'string' && FETCHED.test(uri.value);
    if (!isFetched) report({ code: 'argo-importer', values: { task: task.name } }, about);
    return;
  }
  const record = target.kind === 'component' ? document.components.get(target.component) : undefined;
  const description = record && describeComponentRecord(record);
  if (description === undefined) return;
  const { implementation } = description;
  if (implementation.kind === 'graph') report({ code: 'argo-compiled-pipeline', values: { task: task.name } }, about);
  else if ([...implementation.command, ...implementation.args].some((text) => BACKEND_PLACEHOLDER.test(text))) {
    report({ code: 'argo-address', values: { task: task.name } }, about);
  }
  const isExitTask = [...document.groups.values()].some(
    (group) => group.kind === 'exit-handler' && group.exitTask === task.id,
  );
  for (const { id, type } of description.inputs) {
    const isList = type.kind === 'artifact' && type.isList;
    if (isList && task.arguments[id] !== undefined)
      report({ code: 'argo-artifact-list', values: { input: id, task: task.name } }, about);
    if (type.kind !== 'parameter' || type.parameterType !== 'TASK_FINAL_STATUS' || isExitTask) continue;
    report({ code: 'argo-final-status', values: { task: task.name } }, about);
  }
}

/** Nothing runs for an importer, so what leaves its branch or its pipeline has no task that gives it. */
function checkImported({ document, report }: TargetContext, reference: Reference, about: About): void {
  if (reference.kind !== 'task-output') return;
  const task = document.tasks.get(reference.task);
  if (task?.target.kind === 'importer') report({ code: 'argo-imported-output', values: { task: task.name } }, about);
}

/** A template needs something to run. */
function checkBodies({ document, report }: TargetContext): void {
  for (const { owner, children } of document.bodies.values()) {
    const isIdle = children.every((child) => document.tasks.get(child as TaskRecord['id'])?.target.kind === 'importer');
    if (!isIdle || children.length === 0) continue;
    report(
      { code: 'argo-nothing-to-run' },
      owner.kind === 'group' ? { node: owner.group } : { pipeline: owner.pipeline },
    );
  }
}

function checkReference({ document, report }: TargetContext, reference: Reference, about: About): void {
  if (reference.kind !== 'collected') return;
  const port = interfaceOfTask(document, reference.task).outputs.find(({ id }) => id === reference.output);
  const task = document.tasks.get(reference.task)?.name ?? '';
  const values = { task, output: reference.output };
  if (port?.type.kind === 'artifact') report({ code: 'argo-collected-artifacts', values }, about);
  const groups = enclosingGroups(document, reference.task);
  if (groups.some(({ kind }) => kind !== 'loop')) report({ code: 'argo-collected-from-branch', values }, about);
}

function checkGroup(context: TargetContext, group: GroupRecord): void {
  const { document, report } = context;
  const about = { node: group.id };
  const values = { name: group.name };
  for (const reference of referencesOfNode(group)) {
    checkReference(context, reference, about);
    if (group.kind === 'branches') checkImported(context, reference, about);
  }
  if (group.kind === 'branches' && group.branches.some(({ condition }) => condition?.kind === 'raw')) {
    report({ code: 'argo-condition', values }, about);
  }
  if (group.kind !== 'loop' || group.items.kind !== 'reference') return;
  const given = resolveReference(document, pipelineOfBody(document, group.parent), group.items.reference);
  if (given.ok && given.type.kind === 'artifact') report({ code: 'argo-artifact-loop', values, field: 'items' }, about);
}
