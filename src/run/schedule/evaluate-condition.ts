import type { JsonValue } from '../../model/json.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { type ConditionToken, readTokens } from './condition-tokens.ts';

type Scalar = string | number | boolean;

interface Reader {
  readonly tokens: readonly ConditionToken[];
  position: number;
  readonly values: { readonly [name: string]: JsonValue };
}

class ConditionError extends Error {}

/**
 * Evaluates the subset of CEL that KFP's compilers write: comparisons of `inputs.parameter_values['x']`, texts,
 * numbers and booleans, joined by `&&` and `||`, negated by `!`, converted by `int()` and `double()`.
 * No code is run. The failure is a sentence fragment about what could not be read.
 */
export function evaluateCondition(
  text: string,
  values: { readonly [name: string]: JsonValue },
): Result<boolean, { readonly detail: string }> {
  const tokens = readTokens(text);
  if (!tokens.ok) return tokens;
  const reader: Reader = { tokens: tokens.value, position: 0, values };
  try {
    const value = readOr(reader);
    if (reader.position < reader.tokens.length) return failure({ detail: describeRest(reader) });
    return typeof value === 'boolean' ? success(value) : failure({ detail: text });
  } catch (error) {
    if (error instanceof ConditionError) return failure({ detail: error.message });
    throw error;
  }
}

function readOr(reader: Reader): Scalar {
  let left = readAnd(reader);
  while (take(reader, '||')) {
    const right = readAnd(reader);
    left = asBoolean(left) || asBoolean(right);
  }
  return left;
}

function readAnd(reader: Reader): Scalar {
  let left = readComparison(reader);
  while (take(reader, '&&')) {
    const right = readComparison(reader);
    left = asBoolean(left) && asBoolean(right);
  }
  return left;
}

const OPERATORS = ['==', '!=', '<=', '>=', '<', '>'] as const;

function readComparison(reader: Reader): Scalar {
  const left = readUnary(reader);
  const operator = OPERATORS.find((candidate) => take(reader, candidate));
  return operator === undefined ? left : compare(left, operator, readUnary(reader));
}

function compare(left: Scalar, operator: (typeof OPERATORS)[number], right: Scalar): boolean {
  if (typeof left !== typeof right) throw new ConditionError(`${typeof left} ${operator} ${typeof right}`);
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

function readUnary(reader: Reader): Scalar {
  if (take(reader, '!')) return !asBoolean(readUnary(reader));
  if (take(reader, '(')) {
    const value = readOr(reader);
    demand(reader, ')');
    return value;
  }
  return readOperand(reader);
}

function readOperand(reader: Reader): Scalar {
  const token = reader.tokens[reader.position];
  if (token === undefined) throw new ConditionError(describeRest(reader));
  reader.position += 1;
  switch (token.kind) {
    case 'text':
    case 'number':
    case 'boolean':
      return token.value;
    case 'parameter':
      return parameterValue(reader, token.value);
    case 'conversion':
      return convert(reader, token.value);
    case 'symbol':
      throw new ConditionError(token.value);
  }
}

function parameterValue(reader: Reader, name: string): Scalar {
  const value = reader.values[name];
  if (value === undefined || value === null || typeof value === 'object') throw new ConditionError(name);
  return value as Scalar;
}

function convert(reader: Reader, type: 'int' | 'double'): number {
  demand(reader, '(');
  const value = Number(readOr(reader));
  demand(reader, ')');
  if (Number.isNaN(value)) throw new ConditionError(`${type}()`);
  return type === 'int' ? Math.trunc(value) : value;
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
