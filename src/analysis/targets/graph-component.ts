import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import { writeV1Component } from '../../catalog/v1/write-v1-component.ts';
import type { Argument } from '../../model/argument.ts';
import type { ComponentRecord, TaskRecord } from '../../model/document.ts';
import type { Branch, GroupRecord } from '../../model/group.ts';
import { isTask, nodesBelow, rootPipeline } from '../../model/lookups.ts';
import type { TaskOptions } from '../../model/task-options.ts';
import type { TargetContext } from './target-rule.ts';

/** Settings that a graph component has a place for; of retries the number alone. */
const KEPT_OPTIONS: ReadonlySet<string> = new Set<keyof TaskOptions>(['caching', 'retry']);

/** What a v1 component with a graph cannot say. KFP SDK 1.8: `GraphSpec`, `TaskSpec`. */
export function checkGraphComponent(context: TargetContext): void {
  const { document, report } = context;
  for (const task of document.tasks.values()) checkTask(context, task);
  for (const group of document.groups.values()) checkGroup(context, group);
  for (const { id, outputs } of document.pipelines.values()) {
    for (const { name, source } of outputs) {
      if (source === undefined || source.kind === 'task-output' || source.kind === 'input') continue;
      report(
        { code: 'graph-output', values: { output: name }, pipelinePort: { side: 'output', name } },
        { pipeline: id },
      );
    }
  }
  const { platform, defaultPipelineRoot } = rootPipeline(document);
  if (platform !== undefined) report({ code: 'graph-setting', severity: 'warning', values: { option: 'platform' } });
  if (defaultPipelineRoot !== undefined) {
    report({ code: 'graph-setting', severity: 'warning', values: { option: 'defaultPipelineRoot' } });
  }
}

function checkTask({ document, report }: TargetContext, task: TaskRecord): void {
  const about = { node: task.id };
  const values = { task: task.displayName ?? task.name };
  if (task.target.kind === 'importer') report({ code: 'graph-importer', values }, about);
  if (task.after.length > 0) report({ code: 'graph-after', values, field: 'after' }, about);
  const component = task.target.kind === 'component' ? document.components.get(task.target.component) : undefined;
  if (component !== undefined && !hasOlderForm(component)) {
    report({ code: 'graph-compiled-component', values }, about);
  }
  for (const [id, argument] of Object.entries(task.arguments)) {
    if (isSayable(argument)) continue;
    report({ code: 'graph-argument', values: { ...values, port: id }, port: { side: 'in', id } }, about);
  }
  for (const option of lostOptions(task.options)) {
    report(
      { code: 'graph-option', severity: 'warning', values: { ...values, option }, field: `options.${option}` },
      about,
    );
  }
}

/** A compiled component whose ports and placeholders all have a like in v1. */
function hasOlderForm(component: ComponentRecord): boolean {
  if (Object.hasOwn(Object(component.spec), 'implementation')) return true;
  const description = describeComponentRecord(component);
  return description !== undefined && writeV1Component(description) !== undefined;
}

function isSayable({ kind }: Argument): boolean {
  return kind === 'value' || kind === 'input' || kind === 'task-output';
}

function lostOptions(options: TaskOptions): readonly string[] {
  const { caching, retry } = options;
  const whole = Object.entries(options).flatMap(([name, value]) =>
    value === undefined || KEPT_OPTIONS.has(name) ? [] : [name],
  );
  return [
    ...whole,
    ...(caching?.key === undefined ? [] : ['caching.key']),
    ...(retry?.backoffSeconds === undefined ? [] : ['retry.backoffSeconds']),
    ...(retry?.backoffFactor === undefined ? [] : ['retry.backoffFactor']),
    ...(retry?.backoffMaxSeconds === undefined ? [] : ['retry.backoffMaxSeconds']),
  ];
}

/** Branches become conditions of their tasks; everything else of a group has no like. */
function checkGroup(context: TargetContext, group: GroupRecord): void {
  const { report } = context;
  const about = { node: group.id };
  const values = { name: group.displayName ?? group.name };
  if (group.after.length > 0) report({ code: 'graph-after', values: { task: values.name }, field: 'after' }, about);
  if (group.kind !== 'branches') {
    report({ code: 'graph-group', values }, about);
    return;
  }
  for (const { name } of group.outputs) report({ code: 'graph-one-of', values: { ...values, output: name } }, about);
  if (!group.branches.every((branch) => isSaid(context, branch))) report({ code: 'graph-condition', values }, about);
}

/** A condition as text is said where every task behind it still has the original it came of. */
function isSaid({ document }: TargetContext, { condition, body }: Branch): boolean {
  if (condition === undefined) return true;
  if (condition.kind === 'comparison') return isOperand(condition.left.kind) && isOperand(condition.right.kind);
  return nodesBelow(document, body).every((node) => !isTask(node) || hasOriginalCondition(node));
}

function hasOriginalCondition({ unknown }: TaskRecord): boolean {
  const original = unknown?.graphComponent;
  return typeof original === 'object' && original !== null && 'isEnabled' in original;
}

function isOperand(kind: string): boolean {
  return kind === 'value' || kind === 'input' || kind === 'task-output';
}
