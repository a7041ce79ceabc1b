import type { Comparison, ConditionOperand } from '../../model/group.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { type Frame, learnType, noteLoss, referenceOf } from './argo-reading.ts';
import { piecesOf, valueOfText } from './read-marks.ts';

const NEGATED: { readonly [Operator in Comparison['operator']]: Comparison['operator'] } = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/**
 * The conditions of a `when`, which all must hold; undefined where it cannot be drawn, which is noted. Argo evaluates
 * the text after filling in values, so a side in quotes is text and one without is a number.
 */
export function readWhen(frame: Frame, when: string, task: string): readonly Comparison[] | undefined {
  const comparisons = splitTerms(when).map((term) => readTerm(frame, term, task));
  if (comparisons.every((comparison) => comparison !== undefined)) return comparisons;
  noteLoss(frame.names.reading, 'argo-when-not-read', { task, text: when });
  return undefined;
}

function splitTerms(text: string): readonly string[] {
  return text.split(/&&(?=(?:[^"']|"[^"]*"|'[^']*')*$)/).map((term) => term.trim());
}

function readTerm(frame: Frame, term: string, task: string): Comparison | undefined {
  const negated = /^!\s*\((.*)\)$/s.exec(term)?.[1];
  if (negated !== undefined) {
    const comparison = readTerm(frame, negated.trim(), task);
    return comparison && { ...comparison, operator: NEGATED[comparison.operator] };
  }
  const inner = /^\(([^()]*)\)$/s.exec(term)?.[1];
  return readComparison(frame, inner ?? term, task);
}

const SIDE = String.raw`("(?:[^"\\]|\\.)*"|'[^']*'|\{\{[^{}]*\}\}|[^\s"'=!<>~&|()]+)`;
const COMPARISON = new RegExp(String.raw`^${SIDE}\s*(==|!=|<=|>=|<|>|=~|!~)\s*${SIDE}$`);

function readComparison(frame: Frame, text: string, task: string): Comparison | undefined {
  const [, left = '', operator = '', right = ''] = COMPARISON.exec(text.trim()) ?? [];
  if (operator === '=~' || operator === '!~') return readTruth(frame, { left, operator, right }, task);
  const sides = [left, right].map((side) => readSide(frame, side, task));
  const [first, second] = sides;
  if (first === undefined || second === undefined || operator === '') return undefined;
  if (first.kind === 'value' && second.kind === 'value') return undefined;
  const type = typeOfSides([left, right]);
  for (const side of [left, right]) if (type !== 'STRING') learn(frame, side, type);
  return { kind: 'comparison', left: first, operator: operator as Comparison['operator'], right: second };
}

/** How truth values are compared in workflows that were written here. */
function readTruth(
  frame: Frame,
  { left, operator, right }: { readonly left: string; readonly operator: string; readonly right: string },
  task: string,
): Comparison | undefined {
  const truth = /^"\(\?i\)\^(true|false)\$"$/.exec(right)?.[1];
  const side = readSide(frame, left, task);
  if (truth === undefined || side === undefined) return undefined;
  learn(frame, left, 'BOOLEAN');
  const value = { kind: 'value', value: truth === 'true' } as const;
  return { kind: 'comparison', left: side, operator: operator === '=~' ? '==' : '!=', right: value };
}

function readSide(frame: Frame, side: string, task: string): ConditionOperand | undefined {
  const bare = bareText(side);
  if (piecesOf(bare).every((piece) => typeof piece === 'string')) {
    if (bare === side && /^-?\d+(?:\.\d+)?$/.test(side)) return { kind: 'value', value: Number(side) };
    return { kind: 'value', value: bare.replace(/\\(.)/g, '$1') };
  }
  const value = valueOfText(frame, bare, task);
  if (value?.argument.kind === 'value') return { kind: 'value', value: String(value.argument.value) };
  return referenceOf(value);
}

function bareText(side: string): string {
  return /^(["'])(.*)\1$/s.exec(side)?.[2] ?? side;
}

/** Without quotes both sides are numbers, unless one of them is a word. */
function typeOfSides(sides: readonly string[]): ParameterType {
  const constants = sides.filter((side) => !side.includes('{{'));
  if (sides.some((side) => bareText(side) !== side)) return 'STRING';
  if (constants.some((side) => !/^-?\d+(?:\.\d+)?$/.test(side))) return 'STRING';
  return constants.some((side) => side.includes('.')) ? 'NUMBER_DOUBLE' : 'NUMBER_INTEGER';
}

function learn(frame: Frame, side: string, type: ParameterType): void {
  const bare = bareText(side);
  if (!bare.includes('{{')) return;
  const value = valueOfText(frame, bare, '');
  if (value?.type !== 'artifact') learnType(frame.names.reading, value, type);
}
