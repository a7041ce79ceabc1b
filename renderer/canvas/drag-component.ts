/** What a component that is being dragged carries: the path of its catalog entry. */
export const COMPONENT_MIME = 'application/x-pipewright-component';

/** Puts a catalog entry into a drag. The plain text is for drops outside the app. */
export function writeComponentDrag(dataTransfer: DataTransfer, path: string): void {
  dataTransfer.setData(COMPONENT_MIME, path);
  dataTransfer.setData('text/plain', path);
  dataTransfer.effectAllowed = 'copy';
}

/** Whether a drag carries a component. Its path can only be read at the drop. */
export function isComponentDrag(dataTransfer: DataTransfer): boolean {
  return dataTransfer.types.includes(COMPONENT_MIME);
}

/** The catalog path a drop carries; null for any other drop. */
export function readComponentDrag(dataTransfer: DataTransfer): string | null {
  const path = dataTransfer.getData(COMPONENT_MIME);
  return path === '' ? null : path;
}
