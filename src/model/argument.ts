import type { GroupId, TaskId } from './ids.ts';
import type { JsonValue } from './json.ts';

/** The document's constant: a JSON value whose floats may be marked (see `YamlTree` in `src/yaml`). */
export type ConstantValue = JsonValue;

/** A pipeline input of the pipeline that holds the task, by its name. */
export interface InputReference {
  readonly kind: 'input';
  readonly input: string;
}

/** An output of a task of the same pipeline. `output` is the port id. */
export interface TaskOutputReference {
  readonly kind: 'task-output';
  readonly task: TaskId;
  readonly output: string;
}

/** The item of an enclosing loop, or one field of it. */
export interface LoopItemReference {
  readonly kind: 'loop-item';
  readonly loop: GroupId;
  readonly field?: string;
}

/** All iterations' outputs of a task inside a loop, as a list. KFP SDK: `dsl.Collected`. */
export interface CollectedReference {
  readonly kind: 'collected';
  readonly task: TaskId;
  readonly output: string;
}

/** The output of a branches group that takes the value of whichever branch ran. KFP SDK: `dsl.OneOf`. */
export interface OneOfReference {
  readonly kind: 'one-of';
  readonly group: GroupId;
  readonly output: string;
}

/** Everything an argument, a text part, a condition operand or a setting can point at. */
export type Reference = InputReference | TaskOutputReference | LoopItemReference | CollectedReference | OneOfReference;

/** A constant. An unset argument is an absent key, which is different from an empty value. */
export interface ValueArgument {
  readonly kind: 'value';
  readonly value: ConstantValue;
}

/** Text with references in it. Parts are plain strings and references, never `{{…}}` strings. */
export interface TextArgument {
  readonly kind: 'text';
  readonly parts: readonly (string | Reference)[];
}

/**
 * A list or map constant that has text with references somewhere inside it.
 * Leaves are plain JSON or `{ $text: parts }` templates.
 */
export interface TemplateArgument {
  readonly kind: 'template';
  readonly value: TemplateValue;
}

export type TemplateValue =
  | { readonly kind: 'constant'; readonly value: ConstantValue }
  | { readonly kind: 'text'; readonly parts: readonly (string | Reference)[] }
  | { readonly kind: 'list'; readonly items: readonly TemplateValue[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, TemplateValue])[] };

/** What feeds one input port of a task: exactly one of these. */
export type Argument = ValueArgument | Reference | TextArgument | TemplateArgument;

/** A setting that takes a constant or a reference (resources, image, secret names, …). */
export type SettingValue<Constant extends JsonValue = string> = Constant | Reference | TextArgument;
