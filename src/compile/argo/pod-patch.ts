/**
 * Fields of a pod that only a run knows. Argo merges a template's `podSpecPatch` into the pod after filling in values,
 * so a value that is JSON itself stands there without quotes.
 */
export interface PodPatch {
  /** JSON texts by field of the pod. */
  readonly pod: Map<string, string>;
  /** JSON texts by field of the main container. */
  readonly container: Map<string, string>;
}

/** Starts with nothing to change. */
export function createPodPatch(): PodPatch {
  return { pod: new Map(), container: new Map() };
}

/** The text of the patch; undefined where there is nothing to change. KFP SDK 1.8: `podSpecPatch`. */
export function podPatchText({ pod, container }: PodPatch): string | undefined {
  const fields = new Map(pod);
  if (container.size > 0) fields.set('containers', `[{"name": "main", ${entries(container)}}]`);
  return fields.size === 0 ? undefined : `{${entries(fields)}}`;
}

function entries(fields: ReadonlyMap<string, string>): string {
  return [...fields].map(([name, json]) => `${JSON.stringify(name)}: ${json}`).join(', ');
}
