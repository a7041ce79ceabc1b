import type { PortType } from '../../model/port-type.ts';
import { sanitisePortName } from '../../model/sanitise-names.ts';
import { typeLabel } from '../../model/type-label.ts';
import type { InputPort, OutputPort } from '../component-description.ts';
import type { LocatedProblem } from '../problem-list.ts';
import { isTreeMap } from '../tree.ts';
import { visitArgument } from './check-references.ts';
import { parameterTypeByName } from './resolve-type.ts';
import type { PortPlaceholderKind, V1Component, V1Input, V1PortPlaceholder } from './v1-component.ts';

type TypeById = ReadonlyMap<string, PortType>;

/**
 * Compares the use of each port with its type, through `concat` and `if`. What comes out, the SDK refuses when a task
 * is made. One problem for each port and kind of use. KFP SDK: `check_primitive_placeholder_is_used_for_correct_io_type`.
 */
export function checkUse(
  component: V1Component,
  inputs: readonly InputPort[],
  outputs: readonly OutputPort[],
): LocatedProblem[] {
  const uses = collectUses(component);
  const types = {
    inputs: new Map(inputs.map((port) => [port.id, port.type])),
    outputs: new Map(outputs.map((port) => [port.id, port.type])),
  };
  const problems: LocatedProblem[] = [];
  for (const use of uses.values()) {
    const problem = checkOne(use, types);
    if (problem !== undefined) problems.push(withFix(problem, use, component.inputs, uses));
  }
  return problems;
}

/** The first use of each port in each way. */
function collectUses(component: V1Component): ReadonlyMap<string, V1PortPlaceholder> {
  const uses = new Map<string, V1PortPlaceholder>();
  for (const argument of [...component.container.command, ...component.container.args]) {
    visitArgument(argument, (item) => {
      if (!('port' in item)) return;
      const key = keyOfUse(item.kind, item.port);
      if (!uses.has(key)) uses.set(key, item);
    });
  }
  return uses;
}

function keyOfUse(kind: PortPlaceholderKind, port: string): string {
  return `${kind} ${sanitisePortName(port)}`;
}

function checkOne(
  use: V1PortPlaceholder,
  types: { readonly inputs: TypeById; readonly outputs: TypeById },
): LocatedProblem | undefined {
  const side = use.kind === 'outputPath' || use.kind === 'outputUri' ? types.outputs : types.inputs;
  const type = side.get(sanitisePortName(use.port));
  if (type === undefined || use.kind === 'outputPath') return undefined;
  const isParameter = type.kind === 'parameter';
  if (use.kind === 'inputValue' ? isParameter : !isParameter) return undefined;
  return { code: USE_CODES[use.kind], values: { port: use.port, type: typeLabel(type) }, path: use.path };
}

const USE_CODES = {
  inputValue: 'value-of-artifact',
  inputPath: 'path-of-parameter',
  inputUri: 'uri-of-parameter',
  outputUri: 'output-uri-of-parameter',
} as const;

/** An artifact input that is used by its value alone would work with a parameter type. */
function withFix(
  problem: LocatedProblem,
  use: V1PortPlaceholder,
  inputs: readonly V1Input[],
  uses: ReadonlyMap<string, V1PortPlaceholder>,
): LocatedProblem {
  if (use.kind !== 'inputValue') return problem;
  if (uses.has(keyOfUse('inputPath', use.port)) || uses.has(keyOfUse('inputUri', use.port))) return problem;
  const type = parameterLabelFor(inputs.find((input) => input.name === use.port));
  return { ...problem, fix: { kind: 'retype-inputs', inputs: [{ name: use.port, type }] } };
}

/** A structured type such as `{JsonObject: {…}}` names its parameter type; anything else is safest as text. */
function parameterLabelFor(input: V1Input | undefined): string {
  const name = isTreeMap(input?.type) ? Object.keys(input.type)[0] : undefined;
  const parameterType = name === undefined ? undefined : parameterTypeByName(name);
  return typeLabel({ kind: 'parameter', parameterType: parameterType ?? 'STRING' });
}
