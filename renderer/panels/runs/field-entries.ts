import type { JsonValue } from '../../../src/model/json.ts';
import type { ParameterType } from '../../../src/model/port-type.ts';
import { type Result, success } from '../../../src/model/result.ts';
import { isOfType, readParameterText } from '../../../src/run/run-parameters.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import type { FormField } from './form-fields.ts';

/** What stands in a field: nothing, which is different from empty text, or a text. */
export type FieldEntry = { readonly kind: 'unset' } | { readonly kind: 'text'; readonly text: string };

export type FieldEntries = { readonly [name: string]: FieldEntry };
export type Values = { readonly [name: string]: JsonValue };

/** The one entry of a field in which nothing stands. */
export const UNSET: FieldEntry = { kind: 'unset' };

/** What the fields start with: the values at hand where they still fit, else the defaults. */
export function startEntries(fields: readonly FormField[], atHand: Values): FieldEntries {
  return Object.fromEntries(fields.map((field) => [field.name, startEntry(field, atHand[field.name])]));
}

function startEntry(field: FormField, atHand: JsonValue | undefined): FieldEntry {
  const fits = atHand !== undefined && !field.secret && isOfType(atHand, field.type);
  return fits ? entryOf(atHand, field.type) : defaultEntry(field);
}

/** What a field holds while nobody has changed it. */
export function defaultEntry(field: FormField): FieldEntry {
  return field.default === undefined ? UNSET : entryOf(field.default, field.type);
}

function entryOf(value: JsonValue, type: ParameterType): FieldEntry {
  return { kind: 'text', text: textOf(value, type) };
}

const LINE_LIMIT = 60;

/** The text a field shows for a value; collections as JSON, indented where a line would be long. */
export function textOf(value: JsonValue, type: ParameterType): string {
  if (typeof value === 'string' && type === 'STRING') return value;
  const line = JSON.stringify(value);
  return line.length <= LINE_LIMIT ? line : JSON.stringify(value, null, 2);
}

/** The entry after something was typed. An emptied field holds nothing, except where its default is a text to be emptied. */
export function entryOfTyped(field: FormField, text: string): FieldEntry {
  const emptyIsText = field.type === 'STRING' && field.default !== undefined;
  return text === '' && !emptyIsText ? UNSET : { kind: 'text', text };
}

/** Whether a field says something else than its default. */
export function isChanged(field: FormField, entry: FieldEntry): boolean {
  const initial = defaultEntry(field);
  return (
    initial.kind !== entry.kind || (initial.kind === 'text' && entry.kind === 'text' && initial.text !== entry.text)
  );
}

/** The value of an entry; nothing where the host is to take the default. Fails with what the field expects. */
export function readEntry(field: FormField, entry: FieldEntry): Result<JsonValue | undefined, RunReason> {
  if (entry.kind === 'text') return readParameterText(field.name, entry.text, field.type);
  if (!field.required) return success(undefined);
  return { ok: false, error: { code: 'parameter-missing', values: { name: field.name } } };
}

/** What a form holds: the values of a run, or what is wrong, by field. */
export interface FormReading {
  readonly values: Values;
  readonly problems: { readonly [name: string]: RunReason };
}

/** Reads every field. */
export function readForm(fields: readonly FormField[], entries: FieldEntries): FormReading {
  const values: Record<string, JsonValue> = {};
  const problems: Record<string, RunReason> = {};
  for (const field of fields) {
    const read = readEntry(field, entries[field.name] ?? UNSET);
    if (!read.ok) problems[field.name] = read.error;
    else if (read.value !== undefined) values[field.name] = read.value;
  }
  return { values, problems };
}

/** The values that may be kept for the next time. */
export function withoutSecrets(fields: readonly FormField[], values: Values): Values {
  const secret = new Set(fields.filter((field) => field.secret).map(({ name }) => name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.has(name)));
}

/** The number one step up or down; nothing for a text that is none. */
export function stepNumber(text: string, step: number): string | undefined {
  const value = text.trim() === '' ? 0 : Number(text);
  if (!Number.isFinite(value)) return undefined;
  // A tenth at a time would show 0.30000000000000004.
  return String(Number((value + step).toPrecision(15)));
}
