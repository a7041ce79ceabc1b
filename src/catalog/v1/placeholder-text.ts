import { sanitisePortName } from '../../model/sanitise-names.ts';
import { pythonJson } from '../../yaml/python-text.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { isArgumentList, type V1Argument, type V1Branch, type V1If, type V1PortPlaceholder } from './v1-component.ts';

/** Tells, by an output's raw name, whether its `outputPath` is a parameter's file. */
export type IsParameterOutput = (output: string) => boolean;

/**
 * A command line item as the string the IR holds. `concat` and `if` become Python's JSON text.
 * KFP SDK: `placeholders.convert_command_line_element_to_string`.
 */
export function placeholderText(argument: V1Argument, isParameterOutput: IsParameterOutput): string {
  const value = placeholderValue(argument, isParameterOutput);
  return typeof value === 'string' ? value : pythonJson(value);
}

/** Nested `concat` and `if` are objects inside the outer one, not texts. */
function placeholderValue(argument: V1Argument, isParameterOutput: IsParameterOutput): YamlTree {
  switch (argument.kind) {
    case 'text':
      return argument.text;
    case 'executorInput':
      return '{{$}}';
    case 'concat':
      return { Concat: argument.items.map((item) => placeholderValue(item, isParameterOutput)) };
    case 'if':
      return { IfPresent: ifStructure(argument, isParameterOutput) };
    default:
      return portPlaceholder(argument, isParameterOutput);
  }
}

function ifStructure(argument: V1If, isParameterOutput: IsParameterOutput): { [key: string]: YamlTree } {
  const branch = (value: V1Branch): YamlTree =>
    isArgumentList(value)
      ? value.map((item) => placeholderValue(item, isParameterOutput))
      : placeholderValue(value, isParameterOutput);
  return {
    InputName: sanitisePortName(argument.input),
    Then: branch(argument.then),
    ...(argument.otherwise === undefined ? {} : { Else: branch(argument.otherwise) }),
  };
}

function portPlaceholder(argument: V1PortPlaceholder, isParameterOutput: IsParameterOutput): string {
  const name = sanitisePortName(argument.port);
  switch (argument.kind) {
    case 'inputValue':
      return `{{$.inputs.parameters['${name}']}}`;
    case 'inputPath':
      return `{{$.inputs.artifacts['${name}'].path}}`;
    case 'inputUri':
      return `{{$.inputs.artifacts['${name}'].uri}}`;
    case 'outputPath':
      return isParameterOutput(argument.port)
        ? `{{$.outputs.parameters['${name}'].output_file}}`
        : `{{$.outputs.artifacts['${name}'].path}}`;
    case 'outputUri':
      return `{{$.outputs.artifacts['${name}'].uri}}`;
  }
}
