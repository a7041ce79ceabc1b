const PIPELINE_NAME = /^[a-z0-9][a-z0-9-]{0,127}$/;

/** KFP SDK: `k8s()`. Lower-case letters, digits and single dashes; used for task, component and pipeline names. */
export function sanitiseTaskName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^-0-9a-z]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}

/** KFP SDK: `io()`. Lower-case letters, digits and `_`; used for the ids of inputs and outputs. */
export function sanitisePortName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^_0-9a-z]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** KFP SDK: what the compiler accepts as a pipeline name. */
export function isValidPipelineName(name: string): boolean {
  return PIPELINE_NAME.test(name);
}

/** The name itself, or with the first free of `-2`, `-3`, … . `separator` is `_` for ports. */
export function uniqueName(name: string, isTaken: (name: string) => boolean, separator: '-' | '_' = '-'): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) {
    const candidate = `${name}${separator}${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}
