/**
 * A name as KFP uses it for components and tasks: lower-case letters, digits and single `-`; may be empty.
 * KFP SDK: `component_utils`/`utils.maybe_rename_for_k8s`.
 */
export function sanitiseTaskName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^-0-9a-z]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * A name as KFP uses it for inputs and outputs: lower-case letters, digits and `_`; may be empty.
 * Runs of `_` stay as they are. KFP SDK: `utils.sanitize_input_name`.
 */
export function sanitisePortName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^_0-9a-z]+/g, '_')
    .replace(/^_+|_+$/g, '');
}
