import type { LocalHints } from '../compiled-pipeline.ts';
import type { PlannedComponent } from '../plan/plan.ts';

/** How a component wants to be run as a process, from its annotations; nothing when it says nothing. */
export function localHintsOf({ record, description }: PlannedComponent): LocalHints[string] | undefined {
  const { 'pipewright.dev/source': source, 'pipewright.dev/requirements': requirements } = description.annotations;
  const sources = source === undefined ? [] : source.split(',').flatMap(readSource);
  if (sources.length === 0 && requirements === undefined) return undefined;
  const origin = record.origin?.path;
  return {
    ...(sources.length === 0 ? {} : { sources }),
    ...(requirements === undefined ? {} : { requirements }),
    ...(origin === undefined ? {} : { origin }),
  };
}

/** `.:/app`: the folder before the last colon stands in for the path of the image behind it. */
function readSource(text: string): readonly { readonly folder: string; readonly imagePath: string }[] {
  const colon = text.lastIndexOf(':');
  if (colon < 1) return [];
  return [{ folder: text.slice(0, colon).trim(), imagePath: text.slice(colon + 1).trim() }];
}
