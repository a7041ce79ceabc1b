import type { Comparison } from '../../model/group.ts';

/** A comparison as its text says it. */
export interface ParsedComparison {
  readonly left: ParsedOperand;
  readonly operator: Comparison['operator'];
  readonly right: ParsedOperand;
}

/** Conversions around an operand are passed over: they follow from the types. */
export type ParsedOperand =
  | { readonly kind: 'channel'; readonly name: string }
  | {
      readonly kind: 'value';
      readonly value: string | number | boolean;
      readonly isFloat?: boolean;
    };

interface Token {
  readonly kind: 'channel' | 'text' | 'number' | 'word' | 'operator' | 'bracket';
  readonly text: string;
}

const TOKENS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['channel', /^inputs\.parameter_values\['([^']*)'\]/],
  ['text', /^'((?:[^'\\]|\\['\\nr])*)'/],
  ['number', /^(-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?)/],
  ['word', /^(true|false|int|double)\b/],
  ['operator', /^(==|!=|<=|>=|<|>)/],
  ['bracket', /^([()])/],
];

const ESCAPES: { readonly [letter: string]: string } = { n: '\n', r: '\r' };

/**
 * Reads the one kind of condition the SDK writes: two operands with an operator between them. Nothing for any other CEL
 * text. KFP SDK: `_resolve_condition_operands`; texts have no escapes there, but those of our compiler do.
 */
export function parseComparison(text: string): ParsedComparison | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const left = readOperand(tokens, 0);
  const operator = left === undefined ? undefined : tokens[left.end];
  if (left === undefined || operator?.kind !== 'operator') return undefined;
  const right = readOperand(tokens, left.end + 1);
  if (right === undefined || right.end !== tokens.length) return undefined;
  return { left: left.operand, operator: operator.text as Comparison['operator'], right: right.operand };
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const token = nextToken(rest);
    if (token === undefined) return undefined;
    tokens.push({ kind: token.kind, text: token.text });
    rest = rest.slice(token.length).trimStart();
  }
  return tokens;
}

function nextToken(text: string): (Token & { readonly length: number }) | undefined {
  for (const [kind, pattern] of TOKENS) {
    const match = pattern.exec(text);
    if (match !== null) return { kind, text: match[1] ?? '', length: match[0].length };
  }
  return undefined;
}

interface ReadOperand {
  readonly operand: ParsedOperand;
  readonly end: number;
}

function readOperand(tokens: readonly Token[], start: number): ReadOperand | undefined {
  const token = tokens[start];
  if (token?.kind === 'word' && (token.text === 'int' || token.text === 'double')) {
    const inner = tokens[start + 1]?.text === '(' ? readOperand(tokens, start + 2) : undefined;
    return inner !== undefined && tokens[inner.end]?.text === ')' ? { ...inner, end: inner.end + 1 } : undefined;
  }
  const operand = token === undefined ? undefined : simpleOperand(token);
  return operand === undefined ? undefined : { operand, end: start + 1 };
}

function simpleOperand({ kind, text }: Token): ParsedOperand | undefined {
  switch (kind) {
    case 'channel':
      return { kind: 'channel', name: text };
    case 'text':
      return { kind: 'value', value: text.replaceAll(/\\(.)/g, (_found, letter: string) => ESCAPES[letter] ?? letter) };
    case 'word':
      return { kind: 'value', value: text === 'true' };
    case 'number': {
      const value = Number(text);
      const isFloat = /[.e]/.test(text) && Number.isInteger(value);
      return { kind: 'value', value, ...(isFloat ? { isFloat } : {}) };
    }
    default:
      return undefined;
  }
}
