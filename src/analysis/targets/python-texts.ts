import type { Argument, Reference, TemplateValue } from '../../model/argument.ts';
import type { TaskRecord } from '../../model/document.ts';
import { isReference } from '../../model/references.ts';
import { settingEntries } from '../settings-references.ts';
import type { TargetContext } from './target-rule.ts';

/**
 * KFP SDK: a reference inside text is written as text itself. One-of outputs refuse that, and collected outputs become
 * the output of one iteration; a constant that looks like such a text is taken for one.
 */
export function checkPythonTexts({ report }: TargetContext, task: TaskRecord): void {
  const about = { node: task.id };
  for (const [id, argument] of Object.entries(task.arguments)) {
    const port = { side: 'in', id } as const;
    if (embedded(argument).some(isUnwritable)) report({ code: 'python-reference-in-text', port }, about);
    if (/\{\{channel:/.test(JSON.stringify(argument))) report({ code: 'python-channel-text', port }, about);
  }
  if (task.target.kind === 'importer' && task.target.metadata !== undefined) {
    const { metadata } = task.target;
    if (embedded(metadata).some(isUnwritable)) report({ code: 'python-reference-in-text', field: 'metadata' }, about);
  }
  for (const { field, value } of settingEntries(task.options)) {
    const isCacheKey = field === 'options.caching.key' && typeof value !== 'string';
    if (isCacheKey) report({ code: 'python-cache-key', field }, about);
    else if (isReference(value) && isUnwritable(value)) report({ code: 'python-reference-in-text', field }, about);
  }
}

function isUnwritable({ kind }: Reference): boolean {
  return kind === 'one-of' || kind === 'collected';
}

/** References that stand inside text, a list or a map. */
function embedded(argument: Argument): readonly Reference[] {
  if (argument.kind === 'text') return argument.parts.filter(isReference);
  return argument.kind === 'template' ? embeddedInTemplate(argument.value) : [];
}

function embeddedInTemplate(template: TemplateValue): readonly Reference[] {
  switch (template.kind) {
    case 'constant':
      return [];
    case 'text':
      return template.parts.filter(isReference);
    case 'list':
      return template.items.flatMap(embeddedInTemplate);
    case 'map':
      return template.entries.flatMap(([, value]) => embeddedInTemplate(value));
  }
}
