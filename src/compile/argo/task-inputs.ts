import { isReferringSetting } from '../../analysis/referring-setting.ts';
import type { InputPort } from '../../catalog/component-description.ts';
import type { Argument, Reference, SettingValue, TemplateValue } from '../../model/argument.ts';
import type { JsonValue } from '../../model/json.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { isReference } from '../../model/references.ts';
import { uniqueName } from '../../model/sanitise-names.ts';
import { pythonJson } from '../../yaml/python-text.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { constantText } from './constant-text.ts';
import type { Flow, PipelineScope } from './emission.ts';
import { fileName } from './names.ts';
import { flowOf } from './sources.ts';

/** The inputs of one container template: they come about as its command and settings ask for them. */
export interface TaskInputs {
  readonly scope: PipelineScope;
  /** Parameters by name. */
  readonly parameters: Map<string, Flow>;
  /** Artifacts by the port they are for. */
  readonly artifacts: Map<string, ArtifactInput>;
  /** Ports whose value the command has. */
  readonly consumed: Set<string>;
}

export interface ArtifactInput {
  readonly name: string;
  readonly path: string;
  readonly reference: Reference;
}

/** Starts with no inputs. */
export function createTaskInputs(scope: PipelineScope): TaskInputs {
  return { scope, parameters: new Map(), artifacts: new Map(), consumed: new Set() };
}

/** The name of a parameter input that holds what a reference gives. */
export function parameterInput(inputs: TaskInputs, reference: Reference): string {
  const flow = flowOf(inputs.scope, reference);
  inputs.parameters.set(flow.name, flow);
  return flow.name;
}

/** Where the file of an artifact input is. KFP SDK 1.8: `/tmp/inputs/<name>/data`. */
export function artifactPath(inputs: TaskInputs, port: InputPort, reference: Reference): string {
  const known = inputs.artifacts.get(port.id);
  if (known !== undefined) return known.path;
  const paths = new Set([...inputs.artifacts.values()].map(({ path }) => path));
  const folder = uniqueName(fileName(port.name), (candidate) => paths.has(pathOf(candidate)));
  const names = new Set([...inputs.artifacts.values()].map(({ name }) => name));
  const name = uniqueName(flowOf(inputs.scope, reference).name, (candidate) => names.has(candidate));
  const input = { name, path: pathOf(folder), reference };
  inputs.artifacts.set(port.id, input);
  return input.path;
}

function pathOf(folder: string): string {
  return `/tmp/inputs/${folder}/data`;
}

/** A parameter argument as text, with Argo's marks where references stand. */
export function argumentText(inputs: TaskInputs, argument: Argument, type: ParameterType): string {
  switch (argument.kind) {
    case 'value':
      return constantText(argument.value, type);
    case 'text':
      return partsText(inputs, argument.parts);
    case 'template':
      return templateJson(inputs, argument.value);
    default:
      return mark(inputs, argument);
  }
}

/** The text of a setting. */
export function settingText(inputs: TaskInputs, value: SettingValue<JsonValue>): string {
  if (!isReferringSetting(value)) return typeof value === 'string' ? value : pythonJson(value);
  return isReference(value) ? mark(inputs, value) : partsText(inputs, value.parts);
}

function partsText(inputs: TaskInputs, parts: readonly (string | Reference)[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : mark(inputs, part))).join('');
}

function mark(inputs: TaskInputs, reference: Reference): string {
  return `{{inputs.parameters.${parameterInput(inputs, reference)}}}`;
}

function templateJson(inputs: TaskInputs, template: TemplateValue): string {
  return pythonJson(fillTemplate(inputs, template));
}

function fillTemplate(inputs: TaskInputs, template: TemplateValue): YamlTree {
  switch (template.kind) {
    case 'constant':
      return template.value;
    case 'text':
      return partsText(inputs, template.parts);
    case 'list':
      return template.items.map((item) => fillTemplate(inputs, item));
    case 'map':
      return Object.fromEntries(template.entries.map(([key, value]) => [key, fillTemplate(inputs, value)]));
  }
}
