import { isReferringSetting } from '../../analysis/referring-setting.ts';
import type { Argument, Reference, SettingValue, TemplateValue } from '../../model/argument.ts';
import { isReference } from '../../model/references.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { structValue } from '../kfp/struct-value.ts';
import type { PlannedInputs, PlannedParameter, PlannedText } from './plan.ts';
import { inputNameOf, resolveBinding } from './resolve.ts';
import type { Binding, Scope } from './scope.ts';

/** Collects the inputs of one task while its arguments and settings are planned. */
export interface TaskInputs {
  /** What was collected so far. */
  readonly planned: PlannedInputs;
  /** Plans the argument of a port. */
  addArgument(port: string, argument: Argument): void;
  /** Adds a constant under a name of its own. */
  addConstant(name: string, value: YamlTree): void;
  /** Adds the final status of a task that is waited for. */
  addFinalStatus(port: string, task: string): void;
  /** The text of a list of parts: references become placeholders, and inputs of the task. */
  textOf(parts: readonly (string | Reference)[]): string;
  /** The text of a setting, whether it refers to something or not. */
  settingText(value: SettingValue): PlannedText;
  /** A setting's reference as the IR writes it outside of text; the reference itself becomes no input. */
  bindingOf(reference: Reference): Binding;
}

/**
 * Starts with no inputs. KFP SDK: `build_task_spec_for_task`; the placeholder of a reference in text is its
 * `InputValuePlaceholder`.
 */
export function createTaskInputs(scope: Scope): TaskInputs {
  const parameters = new Map<string, PlannedParameter>();
  const artifacts = new Map<string, Binding>();

  const embed = (reference: Reference): string => {
    const name = inputNameOf(scope, reference);
    parameters.set(name, resolveBinding(scope, reference));
    return `{{$.inputs.parameters['${name}']}}`;
  };
  const textOf = (parts: readonly (string | Reference)[]): string => {
    return parts.map((part) => (typeof part === 'string' ? part : embed(part))).join('');
  };
  const fill = (template: TemplateValue): YamlTree => {
    switch (template.kind) {
      case 'constant':
        return structValue(template.value);
      case 'text':
        return textOf(template.parts);
      case 'list':
        return template.items.map(fill);
      case 'map':
        return Object.fromEntries(template.entries.map(([key, value]) => [key, fill(value)]));
    }
  };
  const addConstant = (name: string, value: YamlTree): void => {
    parameters.set(name, { kind: 'constant', value });
  };
  const addReference = (port: string, reference: Reference): void => {
    const binding = resolveBinding(scope, reference);
    if (binding.type.kind === 'parameter') parameters.set(port, binding);
    else artifacts.set(port, binding);
  };

  return {
    planned: { parameters, artifacts },
    addConstant,
    textOf,
    addArgument(port, argument) {
      if (argument.kind === 'value') addConstant(port, structValue(argument.value));
      else if (argument.kind === 'text') addConstant(port, textOf(argument.parts));
      else if (argument.kind === 'template') addConstant(port, fill(argument.value));
      else addReference(port, argument);
    },
    addFinalStatus(port, task) {
      parameters.set(port, { kind: 'final-status', task });
    },
    settingText(value) {
      if (!isReferringSetting(value)) return { text: value, isConstant: true };
      return { text: textOf(isReference(value) ? [value] : value.parts), isConstant: false };
    },
    bindingOf: (reference) => resolveBinding(scope, reference),
  };
}
