import type { PortType } from '../../model/port-type.ts';
import { sanitisePortName } from '../../model/sanitise-names.ts';
import { typeLabel } from '../../model/type-label.ts';
import type { ComponentFix, InputPort, OutputPort } from '../component-description.ts';
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
  const wrong = [...uses.values()].flatMap((use) => {
    const problem = checkOne(use, types);
    return problem === undefined ? [] : [{ use, problem }];
  });
  const mendable = wrong.filter(({ use }) => isUsedByValueOnly(use, uses));
  const fix = fixFor(
    mendable.map(({ use }) => use.port),
    component.inputs,
  );
  return wrong.map((entry) => (mendable.includes(entry) ? { ...entry.problem, fix } : entry.problem));
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
function isUsedByValueOnly(use: V1PortPlaceholder, uses: ReadonlyMap<string, V1PortPlaceholder>): boolean {
  if (use.kind !== 'inputValue') return false;
  return !uses.has(keyOfUse('inputPath', use.port)) && !uses.has(keyOfUse('inputUri', use.port));
}

/** One fix for all of them, so that one copy of the component is enough. */
function fixFor(names: readonly string[], inputs: readonly V1Input[]): ComponentFix {
  return {
    kind: 'retype-inputs',
    inputs: names.map((name) => ({ name, type: parameterLabelFor(inputs.find((input) => input.name === name)) })),
  };
}

/** A structured type such as `{JsonObject: {…}}` names its parameter type; anything else is safest as text. */
function parameterLabelFor(input: V1Input | undefined): string {
  const name = isTreeMap(input?.type) ? Object.keys(input.type)[0] : undefined;
  const parameterType = name === undefined ? undefined : parameterTypeByName(name);
  return typeLabel({ kind: 'parameter', parameterType: parameterType ?? 'STRING' });
}
