import type { Argument, Reference, TemplateValue, TextArgument } from './argument.ts';
import type { NodeId } from './ids.ts';

const REFERENCE_KINDS: ReadonlySet<unknown> = new Set(['input', 'task-output', 'loop-item', 'collected', 'one-of']);

/** Tells a reference from other data of arguments and settings. */
export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'kind' in value && REFERENCE_KINDS.has(value.kind);
}

/** Tells text with references from other data of arguments and settings. */
export function isTextArgument(value: unknown): value is TextArgument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'text' &&
    'parts' in value &&
    Array.isArray(value.parts)
  );
}

/** Every reference of an argument, in reading order. */
export function referencesOf(argument: Argument): readonly Reference[] {
  switch (argument.kind) {
    case 'value':
      return [];
    case 'text':
      return argument.parts.filter(isReference);
    case 'template':
      return referencesOfTemplate(argument.value);
    default:
      return [argument];
  }
}

function referencesOfTemplate(template: TemplateValue): readonly Reference[] {
  switch (template.kind) {
    case 'constant':
      return [];
    case 'text':
      return template.parts.filter(isReference);
    case 'list':
      return template.items.flatMap(referencesOfTemplate);
    case 'map':
      return template.entries.flatMap(([, value]) => referencesOfTemplate(value));
  }
}

/** Every reference inside settings (task options and the like), wherever they stand. */
export function referencesOfSettings(settings: unknown): readonly Reference[] {
  if (isReference(settings)) return [settings];
  if (isTextArgument(settings)) return settings.parts.filter(isReference);
  if (Array.isArray(settings)) return settings.flatMap(referencesOfSettings);
  if (typeof settings !== 'object' || settings === null) return [];
  return Object.entries(settings).flatMap(([key, value]) => (key === 'unknown' ? [] : referencesOfSettings(value)));
}

/** The task or group a reference points at; none for pipeline inputs. */
export function nodeOfReference(reference: Reference): NodeId | undefined {
  switch (reference.kind) {
    case 'input':
      return undefined;
    case 'loop-item':
      return reference.loop;
    case 'one-of':
      return reference.group;
    default:
      return reference.task;
  }
}
