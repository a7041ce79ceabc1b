/** A task or pipeline name while it is typed: as `sanitiseTaskName`, but a dash at the end may still get a letter. */
export function tidyTaskName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^-0-9a-z]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-/, '');
}

/** A port name while it is typed: as `sanitisePortName`, but a `_` at the end may still get a letter. */
export function tidyPortName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^_0-9a-z]+/g, '_')
    .replace(/^_+/, '');
}
