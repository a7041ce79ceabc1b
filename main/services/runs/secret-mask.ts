import type { JsonValue } from '../../../src/model/json.ts';

/** What stands in place of a secret. */
export const MASK = '•••';

/** Hides the values of a run's secret parameters wherever they would be written down. */
export interface SecretMask {
  readonly empty: boolean;
  text(text: string): string;
  value(value: JsonValue): JsonValue;
}

/** Values shorter than four characters are not looked for: they would hide half of every text. */
export function createSecretMask(secrets: readonly JsonValue[]): SecretMask {
  const texts = secrets
    .map((secret) => (typeof secret === 'string' ? secret : JSON.stringify(secret)))
    .filter((text) => text.length >= 4)
    .sort((left, right) => right.length - left.length);
  const maskText = (text: string): string => texts.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
  const maskValue = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return maskText(value);
    if (typeof value !== 'object' || value === null) return texts.includes(String(value)) ? MASK : value;
    if (Array.isArray(value)) return value.map((item: JsonValue) => maskValue(item));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskValue(item as JsonValue)]));
  };
  return { empty: texts.length === 0, text: maskText, value: maskValue };
}

/**
 * The same for bytes that come in pieces. A secret may lie across two pieces, so the end of each is held back
 * until the line is complete.
 */
export function createChunkMask(mask: SecretMask): {
  readonly push: (chunk: Uint8Array) => Uint8Array;
  readonly end: () => Uint8Array;
} {
  if (mask.empty) return { push: (chunk) => chunk, end: () => new Uint8Array() };
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = '';
  return {
    push: (chunk) => {
      const text = rest + decoder.decode(chunk, { stream: true });
      const lineEnd = text.lastIndexOf('\n') + 1;
      rest = text.slice(lineEnd);
      return encoder.encode(mask.text(text.slice(0, lineEnd)));
    },
    end: () => encoder.encode(mask.text(rest + decoder.decode())),
  };
}
