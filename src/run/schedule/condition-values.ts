import type { JsonValue } from '../../model/json.ts';

/** What a condition can hold. */
export type Scalar = string | number | boolean;

/** A condition that cannot be read or evaluated. The message is the place. Private to the evaluation. */
export class ConditionError extends Error {}

/** The value of an input. Lists, maps and missing values cannot be compared. */
export function scalarOf(name: string, value: JsonValue | undefined): Scalar {
  if (value === undefined || value === null || typeof value === 'object') throw new ConditionError(name);
  return value as Scalar;
}

/** CEL: values of different types are never equal, and have no order. */
export function compareScalars(left: Scalar, operator: '==' | '!=' | '<' | '<=' | '>' | '>=', right: Scalar): boolean {
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  if (typeof left !== typeof right) throw new ConditionError(`${typeof left} ${operator} ${typeof right}`);
  switch (operator) {
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

export type Conversion = 'int' | 'double' | 'string' | 'bool';

const INTEGER = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** CEL: `int(1.7)` is 1, `int('x')` and `int(true)` are errors. */
export function convertScalar(to: Conversion, value: Scalar): Scalar {
  switch (to) {
    case 'string':
      return String(value);
    case 'bool':
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 'false') return value === 'true';
      throw new ConditionError(`bool(${value})`);
    case 'int':
    case 'double': {
      const pattern = to === 'int' ? INTEGER : NUMBER;
      const isNumber = typeof value === 'number' || (typeof value === 'string' && pattern.test(value));
      if (!isNumber) throw new ConditionError(`${to}(${value})`);
      return to === 'int' ? Math.trunc(Number(value)) : Number(value);
    }
  }
}
