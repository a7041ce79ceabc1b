import type { JsonValue } from '../../model/json.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { type ConditionToken, readTokens } from './condition-tokens.ts';
import { ConditionError, compareScalars, convertScalar, type Scalar, scalarOf } from './condition-values.ts';

type Values = { readonly [name: string]: JsonValue };
type Expression = (values: Values) => Scalar;

interface Reader {
  readonly tokens: readonly ConditionToken[];
  position: number;
  depth: number;
}

/** Deeper brackets are no condition that a compiler writes, and would fill the stack. */
const MOST_BRACKETS = 200;

/**
 * Evaluates the subset of CEL that KFP's compilers write: comparisons of `inputs.parameter_values['x']`, texts,
 * numbers and booleans, joined by `&&` and `||`, negated by `!`, converted by `int()`, `double()`, `string()` and
 * `bool()`. No code is run. As in CEL, a side that cannot be evaluated does not matter where the other one decides.
 * The failure is a fragment of the text that could not be read or evaluated.
 */
export function evaluateCondition(text: string, values: Values): Result<boolean, { readonly detail: string }> {
  const tokens = readTokens(text);
  if (!tokens.ok) return tokens;
  const reader: Reader = { tokens: tokens.value, position: 0, depth: 0 };
  try {
    const expression = readOr(reader);
    if (reader.position < reader.tokens.length) return failure({ detail: describeRest(reader) });
    const value = expression(values);
    return typeof value === 'boolean' ? success(value) : failure({ detail: text });
  } catch (error) {
    if (error instanceof ConditionError) return failure({ detail: error.message });
    throw error;
  }
}

function readOr(reader: Reader): Expression {
  const sides = [readAnd(reader)];
  while (take(reader, '||')) sides.push(readAnd(reader));
  return joinSides(sides, true);
}

function readAnd(reader: Reader): Expression {
  const sides = [readComparison(reader)];
  while (take(reader, '&&')) sides.push(readComparison(reader));
  return joinSides(sides, false);
}

/** `||` is decided by a true side, `&&` by a false one, whatever the others are. */
function joinSides(sides: readonly Expression[], deciding: boolean): Expression {
  const [only] = sides;
  if (sides.length === 1 && only !== undefined) return only;
  return (values) => {
    let failed: ConditionError | undefined;
    for (const side of sides) {
      const value = attempt(side, values);
      if (value === deciding) return deciding;
      if (value instanceof ConditionError) failed ??= value;
    }
    if (failed !== undefined) throw failed;
    return !deciding;
  };
}

function attempt(side: Expression, values: Values): boolean | ConditionError {
  try {
    return asBoolean(side(values));
  } catch (error) {
    if (error instanceof ConditionError) return error;
    throw error;
  }
}

const OPERATORS = ['==', '!=', '<=', '>=', '<', '>'] as const;

function readComparison(reader: Reader): Expression {
  const left = readUnary(reader);
  const operator = OPERATORS.find((candidate) => take(reader, candidate));
  if (operator === undefined) return left;
  const right = readUnary(reader);
  return (values) => compareScalars(left(values), operator, right(values));
}

function readUnary(reader: Reader): Expression {
  let negations = 0;
  while (take(reader, '!')) negations += 1;
  const operand = take(reader, '(') ? readBracket(reader) : readOperand(reader);
  if (negations === 0) return operand;
  return (values) => {
    const value = asBoolean(operand(values));
    return negations % 2 === 0 ? value : !value;
  };
}

/** What stands between brackets, the first of which has been taken. */
function readBracket(reader: Reader): Expression {
  reader.depth += 1;
  if (reader.depth > MOST_BRACKETS) throw new ConditionError('(((…');
  const inner = readOr(reader);
  reader.depth -= 1;
  demand(reader, ')');
  return inner;
}

function readOperand(reader: Reader): Expression {
  const token = reader.tokens[reader.position];
  if (token === undefined) throw new ConditionError(describeRest(reader));
  reader.position += 1;
  switch (token.kind) {
    case 'text':
    case 'number':
    case 'boolean':
      return () => token.value;
    case 'parameter':
      return (values) => scalarOf(token.value, values[token.value]);
    case 'conversion': {
      demand(reader, '(');
      const inner = readBracket(reader);
      return (values) => convertScalar(token.value, inner(values));
    }
    case 'symbol':
      throw new ConditionError(token.value);
  }
}

function take(reader: Reader, symbol: string): boolean {
  const token = reader.tokens[reader.position];
  if (token?.kind !== 'symbol' || token.value !== symbol) return false;
  reader.position += 1;
  return true;
}

function demand(reader: Reader, symbol: string): void {
  if (!take(reader, symbol)) throw new ConditionError(describeRest(reader));
}

function asBoolean(value: Scalar): boolean {
  if (typeof value !== 'boolean') throw new ConditionError(String(value));
  return value;
}

function describeRest(reader: Reader): string {
  const token = reader.tokens[reader.position];
  return token === undefined ? '…' : String(token.value);
}
