import { entryOf, isTreeMap } from '../../catalog/tree.ts';
import type { Reference } from '../../model/argument.ts';
import type { Comparison, Condition, ConditionOperand } from '../../model/group.ts';
import type { PortType } from '../../model/port-type.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { type GraphPlace, readReference, typeOfReference } from './read-graph-argument.ts';
import { type Term, writeAlternatives } from './write-alternatives.ts';

/** When a task is enabled: all of these hold. Undefined where that cannot be said so. */
export type Conditions = readonly Condition[] | undefined;

type Terms = readonly Term[] | undefined;

type Operator = Comparison['operator'];

const OPPOSITE: { readonly [operator: string]: Operator } = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/** What is switched off is drawn as a branch that never runs; KFP takes no comparison of two constants. */
const NEVER: Term = { kind: 'raw', text: 'false', references: [] };

/**
 * Reads `isEnabled`: conditions for branches inside each other. KFP SDK 1.8: `PredicateType`. Alternatives become a
 * condition as text.
 */
export function readPredicate(place: GraphPlace, tree: YamlTree): Conditions {
  const conditions = readTerms(place, tree, false)?.map((term) => {
    return term.kind === 'any' ? writeAlternatives(place, term) : term;
  });
  return conditions?.every((condition) => condition !== undefined) ? conditions : undefined;
}

function readTerms(place: GraphPlace, tree: YamlTree, isNegated: boolean): Terms {
  const not = entryOf(tree, 'not');
  if (not !== undefined) return readTerms(place, not, !isNegated);
  for (const word of ['and', 'or'] as const) {
    const operands = entryOf(tree, word);
    if (operands !== undefined) return readBoth(place, operands, isNegated, (word === 'and') !== isNegated);
  }
  const operator = Object.keys(OPPOSITE).find((candidate) => entryOf(tree, candidate) !== undefined);
  if (operator !== undefined) return readComparison(place, entryOf(tree, operator), operator as Operator, isNegated);
  return readTruth(place, tree, isNegated);
}

/** Both sides hold, or one of them. A side without terms always holds. */
function readBoth(place: GraphPlace, tree: YamlTree, isNegated: boolean, isAll: boolean): Terms {
  const sides = [entryOf(tree, 'op1'), entryOf(tree, 'op2')].map((operand) =>
    operand === undefined ? undefined : readTerms(place, operand, isNegated),
  );
  const [first, second] = sides;
  if (first === undefined || second === undefined) return undefined;
  if (isAll) return [...first, ...second];
  return first.length === 0 || second.length === 0 ? [] : [{ kind: 'any', sides: [first, second] }];
}

function readComparison(place: GraphPlace, tree: YamlTree | undefined, operator: Operator, isNegated: boolean): Terms {
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
function readTruth(place: GraphPlace, tree: YamlTree, isNegated: boolean): Terms {
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
