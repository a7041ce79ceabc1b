import type { YamlPath } from '../../yaml/find-yaml-line.ts';
import type { StrictReader } from './strict-reader.ts';
import { isArgumentList, type V1Argument, type V1Branch, type V1Component, type V1If } from './v1-component.ts';

const CONTAINER_PATH: YamlPath = ['implementation', 'container'];

/**
 * Checks that placeholders and `fileOutputs` name ports of the component, by their raw names, and that `if` stands in
 * `concat` without lists. KFP SDK: `ComponentSpec._post_init`, `ConcatPlaceholder`.
 */
export function checkReferences(component: V1Component, reader: StrictReader): void {
  const names = {
    inputs: new Set(component.inputs.map((input) => input.name)),
    outputs: new Set(component.outputs.map((output) => output.name)),
  };
  for (const name of component.container.fileOutputs) {
    if (!names.outputs.has(name))
      reader.report('file-output-unknown', { name }, [...CONTAINER_PATH, 'fileOutputs', name]);
  }
  for (const argument of [...component.container.command, ...component.container.args]) {
    visitArgument(argument, (item) => {
      checkPort(item, names, reader);
      if (item.kind === 'concat') for (const part of item.items) checkSingle(part, reader);
    });
  }
}

/** Calls back for an item and everything inside it. */
export function visitArgument(argument: V1Argument, visit: (item: V1Argument) => void): void {
  visit(argument);
  if (argument.kind === 'concat') for (const item of argument.items) visitArgument(item, visit);
  if (argument.kind !== 'if') return;
  for (const item of [...branchItems(argument.then), ...branchItems(argument.otherwise)]) visitArgument(item, visit);
}

function branchItems(branch: V1Branch | undefined): readonly V1Argument[] {
  if (branch === undefined) return [];
  return isArgumentList(branch) ? branch : [branch];
}

interface PortNames {
  readonly inputs: ReadonlySet<string>;
  readonly outputs: ReadonlySet<string>;
}

function checkPort(item: V1Argument, names: PortNames, reader: StrictReader): void {
  switch (item.kind) {
    case 'inputValue':
    case 'inputPath':
    case 'inputUri':
      if (!names.inputs.has(item.port)) {
        reader.report('unknown-input', { name: item.port, placeholder: item.kind }, item.path);
      }
      return;
    case 'outputPath':
    case 'outputUri':
      if (!names.outputs.has(item.port)) {
        reader.report('unknown-output', { name: item.port, placeholder: item.kind }, item.path);
      }
      return;
    case 'if':
      if (!names.inputs.has(item.input)) {
        reader.report('unknown-input', { name: item.input, placeholder: 'isPresent' }, item.path);
      }
      return;
    default:
  }
}

/** An `if` in `concat` must give one text, down to the last `if` inside it. An inner `concat` is looked at on its own. */
function checkSingle(item: V1Argument, reader: StrictReader): void {
  if (item.kind !== 'if') return;
  if (hasList(item)) {
    reader.report('if-lists-in-concat', {}, item.path);
    return;
  }
  for (const inner of [...branchItems(item.then), ...branchItems(item.otherwise)]) checkSingle(inner, reader);
}

function hasList(item: V1If): boolean {
  return isArgumentList(item.then) || (item.otherwise !== undefined && isArgumentList(item.otherwise));
}
