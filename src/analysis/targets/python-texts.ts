import type { Argument, Reference, TemplateValue } from '../../model/argument.ts';
import type { TaskRecord } from '../../model/document.ts';
import { isReference, referencesOf } from '../../model/references.ts';
import { isPythonFloat } from '../../yaml/yaml-tree.ts';
import { groupOfBody } from '../scopes.ts';
import { settingEntries } from '../settings-references.ts';
import type { TargetContext } from './target-rule.ts';

/**
 * KFP SDK: a reference inside text is written as text itself. One-of outputs refuse that, and collected outputs become
 * the output of one iteration; a constant that looks like such a text is taken for one.
 */
export function checkPythonTexts(context: TargetContext, task: TaskRecord): void {
  const { report } = context;
  const about = { node: task.id };
  for (const [id, argument] of Object.entries(task.arguments)) {
    const port = { side: 'in', id } as const;
    if (embedded(argument).some(isUnwritable)) report({ code: 'python-reference-in-text', port }, about);
    if (task.target.kind === 'importer' && argument.kind === 'text')
      report({ code: 'python-importer-text', port }, about);
    if (embedded(argument).some((reference) => isField(reference) || isMapItem(context, reference)))
      report({ code: 'python-field-in-text', port }, about);
    if (id === 'self') report({ code: 'python-self-input', port }, about);
    if (holdsNull(argument)) report({ code: 'python-null', values: { port: id }, port }, about);
    if (/\{\{channel:/.test(JSON.stringify(argument)))
      report({ code: 'python-channel-text', values: { port: id }, port }, about);
  }
  if (task.target.kind === 'importer' && task.target.metadata !== undefined) {
    const { metadata } = task.target;
    if (embedded(metadata).some(isUnwritable)) report({ code: 'python-reference-in-text', field: 'metadata' }, about);
    if (embedded(metadata).some(({ kind }) => kind === 'loop-item'))
      report({ code: 'python-field-in-text', field: 'metadata' }, about);
  }
  for (const { field, value } of settingEntries(task.options)) {
    const isCacheKey = field === 'options.caching.key' && typeof value !== 'string';
    if (isCacheKey) report({ code: 'python-cache-key', field }, about);
    else if (isReference(value) && isField(value)) report({ code: 'python-field-in-text', field }, about);
    else if (isReference(value) && isLostInGroup(context, task, field, value)) {
      report({ code: 'python-resource-in-group', field }, about);
    } else if (isReference(value) && isUnwritable(value)) report({ code: 'python-reference-in-text', field }, about);
  }
}

/** KFP SDK: a group does not pass on to its tasks what only resources refer to. */
function isLostInGroup({ document }: TargetContext, task: TaskRecord, field: string, reference: Reference): boolean {
  if (!field.startsWith('options.resources.') || groupOfBody(document, task.parent) === undefined) return false;
  return reference.kind !== 'task-output' || document.tasks.get(reference.task)?.parent !== task.parent;
}

/** KFP SDK: read back from text, a field of a loop item is taken for an input of that name, which nobody declares. */
function isField(reference: Reference): boolean {
  return reference.kind === 'loop-item' && reference.field !== undefined;
}

/** KFP SDK: the type of an item that is a dictionary has brackets, which its pattern of references does not know. */
function isMapItem({ document }: TargetContext, reference: Reference): boolean {
  const loop = reference.kind === 'loop-item' ? document.groups.get(reference.loop) : undefined;
  if (loop?.kind !== 'loop' || loop.items.kind !== 'constant') return false;
  const [first] = loop.items.items;
  return typeof first === 'object' && first !== null && !Array.isArray(first) && !isPythonFloat(first);
}

function isUnwritable({ kind }: Reference): boolean {
  return kind === 'one-of' || kind === 'collected';
}

/** References that stand inside text, a list or a map. */
function embedded(argument: Argument): readonly Reference[] {
  return argument.kind === 'text' || argument.kind === 'template' ? referencesOf(argument) : [];
}

/** KFP SDK: `to_protobuf_value` takes no None, however deep it stands. */
function holdsNull(argument: Argument): boolean {
  if (argument.kind === 'value') return isNullInside(argument.value);
  return argument.kind === 'template' && isNullInTemplate(argument.value);
}

function isNullInTemplate(template: TemplateValue): boolean {
  switch (template.kind) {
    case 'constant':
      return isNullInside(template.value);
    case 'text':
      return false;
    case 'list':
      return template.items.some(isNullInTemplate);
    case 'map':
      return template.entries.some(([, value]) => isNullInTemplate(value));
  }
}

function isNullInside(value: unknown): boolean {
  if (typeof value !== 'object') return false;
  return value === null || Object.values(value).some(isNullInside);
}
