const KEYWORDS: ReadonlySet<string> = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/),
);

/** Whether a text can be a name in Python as it is. Only ASCII: Python folds other letters together. */
export function isPythonName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !KEYWORDS.has(text);
}

/** Whether the SDK reads a description of a docstring back as it is. It cuts white space, and takes some lines for titles. */
export function isReadableInDocstring(description: string): boolean {
  if (description === '') return true;
  return description.split('\n').every((line) => line.trim() === line && line !== '' && !/[^ -~]|^\S*:$/.test(line));
}

/** KFP SDK: attributes of `LoopParameterArgument`, which hide fields of the same name. */
const ITEM_ATTRIBUTES: ReadonlySet<string> = new Set([
  'name',
  'channel_type',
  'task_name',
  'task',
  'value',
  'full_name',
  'pattern',
  'items_or_pipeline_channel',
  'is_with_items_loop_argument',
  'from_pipeline_channel',
  'from_raw_items',
]);

/** Whether a field of a loop item has a name that means something else on the item. */
export function isHiddenField(field: string): boolean {
  return ITEM_ATTRIBUTES.has(field) || field.startsWith('_');
}
