import type { Argument, ConstantValue, Reference, TemplateValue } from '../../../src/model/argument.ts';
import type { ParameterType, PortType } from '../../../src/model/port-type.ts';
import { type Building, type Given, passesFor, type Reach } from './building.ts';

/** Constants of each type; the first is the simplest. */
const CONSTANTS: { readonly [Type in ParameterType]?: readonly ConstantValue[] } = {
  STRING: [
    'a',
    '',
    'it\'s "so"',
    'line\nline',
    '{{$.pipeline_job_name}}',
    '{not a place}',
    'é☃\\n',
    ' 1',
    'yes',
    'null',
  ],
  NUMBER_INTEGER: [1, 0, -7, 2 ** 40],
  NUMBER_DOUBLE: [1.5, -0.25, 1e21, 1e-7, 3],
  BOOLEAN: [true, false],
  LIST: [[], [1, 'two', 3.5, true], [['a'], { b: [] }]],
  STRUCT: [{}, { a: 1 }, { 'key with "quote"': [{ deep: 'yes' }], class: 2.5 }],
};

/** A constant of a type. */
export function constantOf({ choices }: Building, type: ParameterType): ConstantValue {
  return choices.of(CONSTANTS[type] ?? ['']);
}

/** What feeds an input; nothing where nothing in reach fits an artifact. */
export function argumentFor(building: Building, reach: Reach, type: PortType): Argument | undefined {
  const fitting = reach.given.filter((given) => passesFor(given, type));
  if (type.kind === 'artifact') return fitting.length === 0 ? undefined : building.choices.of(fitting).reference;
  const kind = building.choices.below(4);
  if (kind === 1 && fitting.length > 0) return building.choices.of(fitting).reference;
  if (kind === 2) {
    const parts = textParts(building, reach);
    if (parts !== undefined && type.parameterType === 'STRING') return { kind: 'text', parts };
    if (parts !== undefined && type.parameterType === 'LIST') return { kind: 'template', value: listWith(parts) };
    if (parts !== undefined && type.parameterType === 'STRUCT') {
      const entries = [['plain', { kind: 'constant', value: 1 }] as const, ['k"', listWith(parts)] as const];
      return { kind: 'template', value: { kind: 'map', entries } };
    }
  }
  if (kind === 3 && fitting.length > 0) return fitting.at(-1)?.reference;
  return { kind: 'value', value: constantOf(building, type.parameterType) };
}

function listWith(parts: readonly (string | Reference)[]): TemplateValue {
  return {
    kind: 'list',
    items: [
      { kind: 'text', parts },
      { kind: 'constant', value: [true, 'b'] },
    ],
  };
}

/** Text with one or two references in it. KFP SDK: collected and one-of outputs cannot be among them. */
export function textParts({ choices }: Building, reach: Reach): readonly (string | Reference)[] | undefined {
  const fitting = reach.given.filter(isWritable);
  if (fitting.length === 0) return undefined;
  const first = choices.of(fitting).reference;
  switch (choices.below(4)) {
    case 0:
      return ['v=', first];
    case 1:
      return [first];
    case 2:
      return ['{"a": "', first, '"}\n', choices.of(fitting).reference];
    default:
      return [first, first, "it's {{x}} \\"];
  }
}

function isField(reference: Reference): boolean {
  return reference.kind === 'loop-item' && reference.field !== undefined;
}

function isWritable({ reference, type }: Given): boolean {
  return (
    type.kind === 'parameter' && reference.kind !== 'one-of' && reference.kind !== 'collected' && !isField(reference)
  );
}

/** A text setting that can be referred to only at the top. KFP SDK: groups do not pass on what resources refer to. */
export function resourceOf(building: Building, reach: Reach, constants: readonly string[]): string | Reference {
  return settingOf(building, reach.isInsideGroup ? { ...reach, given: [] } : reach, constants);
}

/** A text setting: a constant, or a reference to a text. */
export function settingOf({ choices }: Building, reach: Reach, constants: readonly string[]): string | Reference {
  const fitting = reach.given.filter(
    (given) => isWritable(given) && given.type.kind === 'parameter' && given.type.parameterType === 'STRING',
  );
  if (fitting.length > 0 && choices.once(3)) return choices.of(fitting).reference;
  return choices.of(constants);
}
