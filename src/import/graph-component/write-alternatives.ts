import type { Reference } from '../../model/argument.ts';
import type { Comparison, ConditionOperand, RawCondition } from '../../model/group.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { type GraphPlace, typeOfReference } from './read-graph-argument.ts';

/** What has to hold: a comparison, a text without references, or one of several sides with all of its terms. */
export type Term = Comparison | RawCondition | Alternatives;

export interface Alternatives {
  readonly kind: 'any';
  readonly sides: readonly (readonly Term[])[];
}

/**
 * Alternatives as a condition in CEL, which KFP evaluates and branches alone cannot say; nothing where CEL would not
 * compare the types. In brackets, because other terms may stand beside it.
 */
export function writeAlternatives(place: GraphPlace, alternatives: Alternatives): RawCondition | undefined {
  const names = new Map<string, readonly [string, Reference]>();
  const text = alternativesText(place, alternatives, names);
  return text === undefined ? undefined : { kind: 'raw', text, references: [...names.values()] };
}

/** By the reference as data. */
type Names = Map<string, readonly [string, Reference]>;

function alternativesText(place: GraphPlace, { sides }: Alternatives, names: Names): string | undefined {
  const texts = sides.map((terms) =>
    joinTexts(
      terms.map((term) => termText(place, term, names)),
      ' && ',
    ),
  );
  const joined = joinTexts(texts, ' || ');
  return joined === undefined ? undefined : `(${joined})`;
}

function joinTexts(texts: readonly (string | undefined)[], separator: string): string | undefined {
  return texts.includes(undefined) ? undefined : texts.join(separator);
}

function termText(place: GraphPlace, term: Term, names: Names): string | undefined {
  if (term.kind === 'any') return alternativesText(place, term, names);
  if (term.kind === 'raw') return term.text;
  const left = typeOf(place, term.left);
  const right = typeOf(place, term.right);
  const isMixed = left !== right;
  if (isMixed && !(isNumber(left) && isNumber(right))) return undefined;
  const side = (operand: ConditionOperand, type: ParameterType): string => {
    const text = operandText(operand, type, names);
    return isMixed && type === 'NUMBER_INTEGER' ? `double(${text})` : text;
  };
  return `${side(term.left, left)} ${term.operator} ${side(term.right, right)}`;
}

function isNumber(type: ParameterType): boolean {
  return type === 'NUMBER_INTEGER' || type === 'NUMBER_DOUBLE';
}

function typeOf(place: GraphPlace, operand: ConditionOperand): ParameterType {
  if (operand.kind !== 'value') {
    const type = typeOfReference(place, operand);
    return type?.kind === 'parameter' ? type.parameterType : 'STRING';
  }
  if (typeof operand.value === 'string') return 'STRING';
  if (typeof operand.value === 'boolean') return 'BOOLEAN';
  return Number.isInteger(operand.value) ? 'NUMBER_INTEGER' : 'NUMBER_DOUBLE';
}

function operandText(operand: ConditionOperand, type: ParameterType, names: Names): string {
  if (operand.kind === 'value') {
    return typeof operand.value === 'string' ? `'${escapeText(operand.value)}'` : String(operand.value);
  }
  const text = `inputs.parameter_values['${nameOf(operand, names)}']`;
  return type === 'NUMBER_INTEGER' ? `int(${text})` : text;
}

function nameOf(reference: Reference, names: Names): string {
  const key = JSON.stringify(reference);
  const known = names.get(key)?.[0] ?? `value-${names.size + 1}`;
  names.set(key, [known, reference]);
  return known;
}

/** CEL: quotes, backslashes and line ends stand behind a backslash. */
function escapeText(text: string): string {
  return text.replaceAll(/['\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}
