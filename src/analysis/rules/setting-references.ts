import type { Reference } from '../../model/argument.ts';
import { isTextArgument, referencesOfSettings } from '../../model/references.ts';
import { typeLabel } from '../../model/type-label.ts';
import type { Given } from '../check-given.ts';
import { checkScope } from '../check-scope.ts';
import type { Fix } from '../diagnostic.ts';
import { offersFor } from '../offers.ts';
import { resolveReference } from '../resolve-reference.ts';
import { fix, type TaskContext } from '../rule.ts';
import { settingEntries } from '../settings-references.ts';

/** References in settings: they must exist, be in reach, and be parameters. */
export function checkSettingReferences(context: TaskContext): void {
  const { task, report } = context;
  for (const { field, value } of settingEntries(task.options)) {
    // KFP SDK: the platform document takes a constant or one reference, never text with references.
    if (isTextArgument(value) && field.startsWith('options.kubernetes.')) {
      report({ code: 'text-in-setting', field, fixes: clearSetting(context, field) });
    }
    for (const reference of referencesOfSettings(value)) checkSettingReference(context, field, reference);
    if (referencesOfSettings(value).length > 0) checkInjectedInput(context, field);
  }
}

/** One reference of a setting; `field` is its dotted path. */
export function checkSettingReference(context: TaskContext, field: string, reference: Reference): void {
  const { document, pipeline, task, report } = context;
  const clear = clearSetting(context, field);
  const resolved = resolveReference(document, pipeline.id, reference);
  const problem = resolved.ok ? checkScope(document, task.id, reference) : resolved;
  if (problem !== undefined) {
    const place = { kind: 'node', node: task.id } as const;
    const takes = ({ type, freedom }: Given, other: Reference): boolean =>
      isPlain(other) && (type.kind === 'parameter' || freedom === 'anything');
    const offers = offersFor(document, pipeline.id, reference, { place, consumer: task.id, takes, standsThere: true });
    const fixes = [...offers, ...clear];
    report({ code: problem.code, values: { port: field, ...problem.values }, field, fixes });
  } else if (!isPlain(reference)) {
    report({ code: `${reference.kind}-in-setting`, field, fixes: clear });
  } else if (resolved.ok && resolved.type.kind === 'artifact' && resolved.freedom !== 'anything') {
    report({ code: 'artifact-in-setting', values: { given: typeLabel(resolved.type) }, field, fixes: clear });
  }
}

/** KFP SDK: settings are texts; `dsl.OneOf` cannot be put into text, and `dsl.Collected` loses in it what it is. */
function isPlain({ kind }: Reference): boolean {
  return kind !== 'one-of' && kind !== 'collected';
}

/** A setting goes as a whole: a list of secrets with one taken out would still be another list than was meant. */
function clearSetting({ task }: TaskContext, field: string): readonly Fix[] {
  const [root, section = '', name] = field.split('.');
  if (root !== 'options') return [];
  const option = name === undefined ? section : `${section}.${name}`;
  return [fix({ kind: 'clear-option', task: task.id, option })];
}

/** KFP SDK: a setting with a reference gives the task an input of this name. */
const INJECTED_INPUTS: { readonly [field: string]: string } = {
  'options.image': 'base_image',
  'options.resources.cpuRequest': 'cpu_request',
  'options.resources.cpuLimit': 'cpu_limit',
  'options.resources.memoryRequest': 'memory_request',
  'options.resources.memoryLimit': 'memory_limit',
  'options.resources.acceleratorType': 'accelerator_type',
  'options.resources.acceleratorCount': 'accelerator_count',
};

/** The input that the compiler adds would take the place of the component's own. */
function checkInjectedInput({ task, ports, report }: TaskContext, field: string): void {
  const name = INJECTED_INPUTS[field];
  if (name === undefined || ports.problem !== undefined || !ports.inputs.some(({ id }) => id === name)) return;
  const fixes = [fix({ kind: 'clear-option', task: task.id, option: field.slice('options.'.length) })];
  report({ code: 'setting-takes-input', values: { port: name }, field, fixes });
}
