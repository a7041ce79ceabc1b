import type { ConstantValue } from '../../model/argument.ts';

/** Texts and numbers of JSON as Python writes it. */
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/g;

/** Reads JSON with its floats marked (`1.0` is not `1`); nothing for what is no JSON. */
export function readJsonText(text: string): ConstantValue | undefined {
  const marked = text.replace(TEXT_OR_NUMBER, (token) => {
    const isFloat = !token.startsWith('"') && /[.eE]/.test(token) && Number.isInteger(Number(token));
    return isFloat ? `{"pythonFloat":${token}}` : token;
  });
  try {
    return JSON.parse(marked) as ConstantValue;
  } catch {
    return undefined;
  }
}
