import type { Reference } from '../../../../src/model/argument.ts';
import { sameData } from '../../../../src/model/records.ts';

/** Stands for one reference in the text of an editor. Unicode: OBJECT REPLACEMENT CHARACTER. */
export const PLACEHOLDER = '\ufffc';

export type TextPart = string | Reference;

/** Parts as one text in which each reference is one placeholder, and the references in their order. */
export function joinParts(parts: readonly TextPart[]): {
  readonly text: string;
  readonly references: readonly Reference[];
} {
  const references: Reference[] = [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part.replaceAll(PLACEHOLDER, '');
    else {
      references.push(part);
      text += PLACEHOLDER;
    }
  }
  return { text, references };
}

/** The inverse of `joinParts`; placeholders without a reference are dropped. */
export function splitParts(text: string, references: readonly Reference[]): readonly TextPart[] {
  const pieces = text.split(PLACEHOLDER);
  return pieces.flatMap((piece, index) => {
    const reference = index === 0 ? undefined : references[index - 1];
    return [...(reference === undefined ? [] : [reference]), ...(piece === '' ? [] : [piece])];
  });
}

/** Whether two lists of parts say the same. */
export function sameParts(left: readonly TextPart[], right: readonly TextPart[]): boolean {
  return sameData(left, right);
}
