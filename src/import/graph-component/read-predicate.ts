import { entryOf, isTreeMap } from '../../catalog/tree.ts';
import type { Reference } from '../../model/argument.ts';
import type { Comparison, ConditionOperand } from '../../model/group.ts';
import type { PortType } from '../../model/port-type.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { type GraphPlace, readReference, typeOfReference } from './read-graph-argument.ts';

/** When a task is enabled: all of these hold. Undefined where that cannot be said so. */
export type Conditions = readonly Comparison[] | undefined;

type Operator = Comparison['operator'];

const OPPOSITE: { readonly [operator: string]: Operator } = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/** Never true: what is switched off is drawn as a branch that never runs. */
const NEVER: Comparison = {
  kind: 'comparison',
  left: { kind: 'value', value: 'off' },
  operator: '==',
  right: { kind: 'value', value: 'on' },
};

/** Reads `isEnabled`. KFP SDK 1.8: `PredicateType`. Alternatives (`or`) cannot be said by branches inside each other. */
export function readPredicate(place: GraphPlace, tree: YamlTree, isNegated = false): Conditions {
  const not = entryOf(tree, 'not');
  if (not !== undefined) return readPredicate(place, not, !isNegated);
  const all = entryOf(tree, isNegated ? 'or' : 'and');
  if (all !== undefined) return readAll(place, all, isNegated);
  const operator = Object.keys(OPPOSITE).find((candidate) => entryOf(tree, candidate) !== undefined);
  if (operator !== undefined) return readComparison(place, entryOf(tree, operator), operator as Operator, isNegated);
  return readTruth(place, tree, isNegated);
}

function readAll(place: GraphPlace, tree: YamlTree, isNegated: boolean): Conditions {
  const operands = [entryOf(tree, 'op1'), entryOf(tree, 'op2')].map((operand) =>
    operand === undefined ? undefined : readPredicate(place, operand, isNegated),
  );
  const [first, second] = operands;
  return first === undefined || second === undefined ? undefined : [...first, ...second];
}

function readComparison(
  place: GraphPlace,
  tree: YamlTree | undefined,
  operator: Operator,
  isNegated: boolean,
): Conditions {
  const op1 = entryOf(tree, 'op1');
  const op2 = entryOf(tree, 'op2');
  if (op1 === undefined || op2 === undefined) return undefined;
  const left = readReference(place, op1);
  const right = readReference(place, op2);
  const readLeft = left ?? readValue(op1, right && typeOfReference(place, right));
  const readRight = right ?? readValue(op2, left && typeOfReference(place, left));
  if (readLeft === undefined || readRight === undefined) return undefined;
  const opposite = OPPOSITE[operator] ?? operator;
  return [{ kind: 'comparison', left: readLeft, operator: isNegated ? opposite : operator, right: readRight }];
}

/** A constant as something of the type it is compared with. */
function readValue(tree: YamlTree, type: PortType | undefined): ConditionOperand | undefined {
  if (typeof tree === 'boolean' || typeof tree === 'number') return { kind: 'value', value: tree };
  if (typeof tree !== 'string') return undefined;
  const parameterType = type?.kind === 'parameter' ? type.parameterType : 'STRING';
  const isNumber = parameterType === 'NUMBER_INTEGER' || parameterType === 'NUMBER_DOUBLE';
  if (isNumber && tree.trim() !== '' && Number.isFinite(Number(tree))) return { kind: 'value', value: Number(tree) };
  if (parameterType === 'BOOLEAN' && /^(?:true|false)$/i.test(tree)) {
    return { kind: 'value', value: tree.toLowerCase() === 'true' };
  }
  return { kind: 'value', value: tree };
}

/** A value that is true or not. */
function readTruth(place: GraphPlace, tree: YamlTree, isNegated: boolean): Conditions {
  const reference = readReference(place, tree);
  if (reference !== undefined) return [truthOf(place, reference, isNegated)];
  if (isTreeMap(tree) || Array.isArray(tree) || tree === null) return undefined;
  const isTrue = /^(?:true|1|yes)$/i.test(String(tree));
  return isTrue === isNegated ? [NEVER] : [];
}

function truthOf(place: GraphPlace, left: Reference, isNegated: boolean): Comparison {
  const type = typeOfReference(place, left);
  const isBoolean = type?.kind === 'parameter' && type.parameterType === 'BOOLEAN';
  const right = { kind: 'value', value: isBoolean ? true : 'true' } as const;
  return { kind: 'comparison', left, operator: isNegated ? '!=' : '==', right };
}
