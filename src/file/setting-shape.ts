/**
 * The shape of a setting, told once: it is written, read and checked by this table.
 * `setting` is a constant or a reference; `json` is a setting whose constant is any data.
 */
export type Shape =
  | {
      readonly kind:
        | 'text'
        | 'number'
        | 'boolean'
        | 'seconds'
        | 'setting'
        | 'json'
        | 'data'
        | 'text-map'
        | 'named-values';
    }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'record'; readonly fields: readonly ShapeField[]; readonly style: 'block' | 'flow' };

export interface ShapeField {
  /** The field of the model's record. */
  readonly field: string;
  /** The key in the file. */
  readonly key: string;
  readonly shape: Shape;
  readonly required: boolean;
}

export const TEXT: Shape = { kind: 'text' };
export const NUMBER: Shape = { kind: 'number' };
export const BOOLEAN: Shape = { kind: 'boolean' };
/** Whole seconds in the model, `30s` in the file. */
export const SECONDS: Shape = { kind: 'seconds' };
export const SETTING: Shape = { kind: 'setting' };
export const JSON_SETTING: Shape = { kind: 'json' };
export const DATA: Shape = { kind: 'data' };
export const TEXT_MAP: Shape = { kind: 'text-map' };
/** `[{name, value}]` in the model, a map in the file (a list there too where a name is repeated). */
export const NAMED_VALUES: Shape = { kind: 'named-values' };

/** A list of a shape. */
export function listOf(item: Shape): Shape {
  return { kind: 'list', item };
}

/** One of several words. */
export function choiceOf(...choices: readonly string[]): Shape {
  return { kind: 'choice', choices };
}

/** A record. A name with `!` at its end is required; `name=key` is written under another key. */
export function recordOf(style: 'block' | 'flow', table: { readonly [name: string]: Shape }): Shape {
  const fields = Object.entries(table).map(([name, shape]) => {
    const [field = '', key = field] = name.replace('!', '').split('=');
    return { field, key, shape, required: name.endsWith('!') };
  });
  return { kind: 'record', fields, style };
}
