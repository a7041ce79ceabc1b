import type { ConstantValue, Reference, TemplateValue } from '../../../../src/model/argument.ts';
import type { ParameterType } from '../../../../src/model/port-type.ts';
import { isPythonFloat } from '../../../../src/yaml/yaml-tree.ts';
import { type ReadValue, readConstant } from '../../../parts/value-editors/constant-text.ts';
import { joinParts, PLACEHOLDER, type TextPart } from './text-parts.ts';

/** JSON with references in it, read; or why it cannot be. */
export type ReadTemplate =
  | { readonly ok: true; readonly value: TemplateValue }
  | { readonly ok: false; readonly problem: 'reference-in-key' }
  | (ReadValue & { readonly ok: false });

/** A reference in text, numbered so that it is found again whatever order the keys come in. */
const MARK = /\ufffc(\d+);/;

/**
 * Reads JSON of a list or dictionary in which references stand inside texts, or alone where a text would. What holds no
 * reference is a constant. The inverse of `partsOfTemplate`.
 */
export function readTemplate(parts: readonly TextPart[], type: ParameterType): ReadTemplate {
  const { text, references } = joinParts(parts);
  const read = readConstant(markReferences(text), type);
  if (!read.ok) return read;
  const value = templateOf(read.value, references);
  return value === undefined ? { ok: false, problem: 'reference-in-key' } : { ok: true, value };
}

/** Numbers the placeholders; one that stands outside a text becomes a text of its own. */
function markReferences(text: string): string {
  let marked = '';
  let count = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === PLACEHOLDER) {
      const mark = `${PLACEHOLDER}${count++};`;
      marked += isInside ? mark : `"${mark}"`;
    } else if (isInside && character === '\\') {
      marked += character + (text[++at] ?? '');
    } else {
      if (character === '"') isInside = !isInside;
      marked += character;
    }
  }
  return marked;
}

function templateOf(value: ConstantValue, references: readonly Reference[]): TemplateValue | undefined {
  if (typeof value === 'string') return textOf(value, references);
  if (typeof value !== 'object' || value === null || isPythonFloat(value)) return { kind: 'constant', value };
  if (Array.isArray(value)) {
    const items = (value as readonly ConstantValue[]).map((item) => templateOf(item, references));
    return collected(value, items, (known) => ({ kind: 'list', items: known }));
  }
  const keys = Object.keys(value);
  if (keys.some((key) => MARK.test(key))) return undefined;
  const items = Object.values(value as { readonly [key: string]: ConstantValue }).map((item) =>
    templateOf(item, references),
  );
  return collected(value, items, (known) => ({
    kind: 'map',
    entries: known.map((item, index) => [keys[index] ?? '', item] as const),
  }));
}

/** A collection of constants is a constant as a whole. */
function collected(
  value: ConstantValue,
  items: readonly (TemplateValue | undefined)[],
  make: (items: readonly TemplateValue[]) => TemplateValue,
): TemplateValue | undefined {
  const known = items.filter((item) => item !== undefined);
  if (known.length < items.length) return undefined;
  return known.every((item) => item.kind === 'constant') ? { kind: 'constant', value } : make(known);
}

function textOf(text: string, references: readonly Reference[]): TemplateValue {
  if (!MARK.test(text)) return { kind: 'constant', value: text };
  const pieces = text.split(MARK);
  const parts = pieces.flatMap((piece, index): readonly TextPart[] => {
    const reference = index % 2 === 1 ? references[Number(piece)] : undefined;
    if (reference !== undefined) return [reference];
    return piece === '' ? [] : [piece];
  });
  return { kind: 'text', parts };
}
