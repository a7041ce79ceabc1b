import { isRealTimestamp } from './is-real-timestamp.ts';
import { type PlainScalarKind, resolvePlainScalar } from './resolve-plain-scalar.ts';

/** A scalar as PyYAML's safe constructor makes it; `undefined` where PyYAML refuses the text. */
export type ConstructedScalar =
  | { readonly kind: 'text' | 'timestamp'; readonly value: string }
  | { readonly kind: 'int' | 'float'; readonly value: number }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'null'; readonly value: null };

const TRUE_WORDS = new Set(['yes', 'true', 'on']);
const FALSE_WORDS = new Set(['no', 'false', 'off']);

/** Makes the value of a text that is already known to be of `kind`, by an explicit tag or by its form. */
export function constructScalar(
  kind: Exclude<PlainScalarKind, 'merge' | 'value'>,
  text: string,
): ConstructedScalar | undefined {
  switch (kind) {
    case 'text':
      return { kind, value: text };
    case 'null':
      return { kind, value: null };
    case 'bool':
      return constructBool(text);
    case 'int':
      return withNumber('int', constructInt(text));
    case 'float':
      return withNumber('float', constructFloat(text));
    case 'timestamp':
      return resolvePlainScalar(text) === 'timestamp' && isRealTimestamp(text) ? { kind, value: text } : undefined;
  }
}

function withNumber(kind: 'int' | 'float', value: number | undefined): ConstructedScalar | undefined {
  return value === undefined ? undefined : { kind, value };
}

function constructBool(text: string): ConstructedScalar | undefined {
  const word = text.toLowerCase();
  if (!TRUE_WORDS.has(word) && !FALSE_WORDS.has(word)) return undefined;
  return { kind: 'bool', value: TRUE_WORDS.has(word) };
}

/** Splits off the sign and the underscores, as `construct_yaml_int` and `construct_yaml_float` do. */
function readSign(text: string): { readonly sign: 1 | -1; readonly digits: string } {
  const bare = text.replaceAll('_', '');
  const sign = bare.startsWith('-') ? -1 : 1;
  return { sign, digits: /^[-+]/.test(bare) ? bare.slice(1) : bare };
}

/** `construct_yaml_int`: binary, octal with a leading 0, hexadecimal, base 60, decimal. */
function constructInt(text: string): number | undefined {
  const { sign, digits } = readSign(text);
  const magnitude = intMagnitude(digits);
  // Adding zero turns -0 into 0, which is the only zero Python's int has.
  return magnitude === undefined ? undefined : sign * magnitude + 0;
}

function intMagnitude(digits: string): number | undefined {
  if (digits === '0') return 0;
  if (digits.startsWith('0b')) return parseDigits(digits.slice(2), 2);
  if (digits.startsWith('0x')) return parseDigits(digits.slice(2), 16);
  if (digits.startsWith('0')) return parseDigits(digits, 8);
  if (digits.includes(':')) return parseBaseSixty(digits, (part) => parseDigits(part, 10));
  return parseDigits(digits, 10);
}

const DIGITS: ReadonlyMap<number, RegExp> = new Map([
  [2, /^[01]+$/],
  [8, /^[0-7]+$/],
  [10, /^[0-9]+$/],
  [16, /^[0-9a-fA-F]+$/],
]);
const PREFIXES: ReadonlyMap<number, string> = new Map([
  [2, '0b'],
  [8, '0o'],
  [10, ''],
  [16, '0x'],
]);

/** Exact up to 2^53 and correctly rounded beyond. */
function parseDigits(digits: string, base: 2 | 8 | 10 | 16): number | undefined {
  if (!DIGITS.get(base)?.test(digits)) return undefined;
  return Number(PREFIXES.get(base) + digits);
}

/** Adds from the last part on, as PyYAML does, so that floats round alike. */
function parseBaseSixty(text: string, parse: (part: string) => number | undefined): number | undefined {
  let value = 0;
  let base = 1;
  for (const part of text.split(':').reverse()) {
    const digit = parse(part);
    if (digit === undefined) return undefined;
    value += digit * base;
    base *= 60;
  }
  return value;
}

/** `construct_yaml_float`. */
function constructFloat(text: string): number | undefined {
  const { sign, digits } = readSign(text.toLowerCase());
  if (digits === '.inf') return sign * Number.POSITIVE_INFINITY;
  if (digits === '.nan') return Number.NaN;
  const magnitude = digits.includes(':') ? parseBaseSixty(digits, parseFloatText) : parseFloatText(digits);
  return magnitude === undefined ? undefined : sign * magnitude;
}

/** Python's `float` of a text without a sign. */
function parseFloatText(text: string): number | undefined {
  return /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?$/.test(text) ? Number(text) : undefined;
}
