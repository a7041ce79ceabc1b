/** The folder part of a path, in either system's way of writing. */
export function folderOf(path: string): string {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return cut <= 0 ? path.slice(0, 1) : path.slice(0, cut);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A path below a folder, written the way the folder is. */
export function joinPath(folder: string, name: string): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}

/** The ending of pipeline files. */
export const PIPELINE_ENDING = '.pipeline.yaml';

/** A file name with the ending of pipeline files, which the app finds them by. */
export function withPipelineEnding(name: string): string {
  if (/\.pipeline\.ya?ml$/i.test(name)) return name;
  return name.replace(/\.ya?ml$/i, '') + PIPELINE_ENDING;
}
