import { failure, type Result, success } from '../../model/result.ts';
import type { Conversion } from './condition-values.ts';

/** The words of a condition. */
export type ConditionToken =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'parameter'; readonly value: string }
  | { readonly kind: 'conversion'; readonly value: Conversion }
  | { readonly kind: 'symbol'; readonly value: string };

const PATTERNS: readonly (readonly [RegExp, (match: RegExpExecArray) => ConditionToken])[] = [
  [/inputs\.parameter_values\['([^']*)'\]/y, (match) => ({ kind: 'parameter', value: match[1] ?? '' })],
  [/'((?:[^'\\]|\\.)*)'/y, (match) => ({ kind: 'text', value: withoutEscapes(match[1] ?? '') })],
  [/"((?:[^"\\]|\\.)*)"/y, (match) => ({ kind: 'text', value: withoutEscapes(match[1] ?? '') })],
  [/-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?/y, (match) => ({ kind: 'number', value: Number(match[0]) })],
  [/(true|false)\b/y, (match) => ({ kind: 'boolean', value: match[1] === 'true' })],
  [/(int|double|string|bool)(?=\s*\()/y, (match) => ({ kind: 'conversion', value: match[1] as Conversion })],
  [/&&|\|\||==|!=|<=|>=|[<>!()]/y, (match) => ({ kind: 'symbol', value: match[0] })],
];

const SPACE = /\s*/y;

/** Cuts a condition into words. The failure names the rest that could not be read. */
export function readTokens(text: string): Result<readonly ConditionToken[], { readonly detail: string }> {
  const tokens: ConditionToken[] = [];
  let position = skipSpace(text, 0);
  while (position < text.length) {
    const found = readToken(text, position);
    if (found === undefined) return failure({ detail: text.slice(position, position + 80) });
    tokens.push(found.token);
    position = skipSpace(text, found.end);
  }
  return success(tokens);
}

function readToken(text: string, position: number): { token: ConditionToken; end: number } | undefined {
  for (const [pattern, make] of PATTERNS) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match !== null) return { token: make(match), end: pattern.lastIndex };
  }
  return undefined;
}

function skipSpace(text: string, position: number): number {
  SPACE.lastIndex = position;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

const ESCAPES: { readonly [letter: string]: string } = { n: '\n', t: '\t', r: '\r' };

/** CEL: the escapes of a text. */
function withoutEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g, (_whole, four, two, letter: string) => {
    const code = (four ?? two) as string | undefined;
    return code === undefined ? (ESCAPES[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16));
  });
}
