/**
 * A number that YAML and Python hold as a float. JavaScript cannot tell `7.0` from `7`, KFP can:
 * Struct numbers are floats, `default: 5.0` is not `default: 5`.
 */
export interface PythonFloat {
  readonly pythonFloat: number;
}

/** A JSON-like tree in which floats may be marked. A plain integer number is an int, any other number a float. */
export type YamlTree =
  | null
  | boolean
  | number
  | string
  | PythonFloat
  | readonly YamlTree[]
  | { readonly [key: string]: YamlTree };

/** Marks a number as a float. */
export function pythonFloat(value: number): PythonFloat {
  return { pythonFloat: value };
}

/** Tells a marked float from a map. */
export function isPythonFloat(value: unknown): value is PythonFloat {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as PythonFloat).pythonFloat === 'number' &&
    Object.keys(value).length === 1
  );
}
