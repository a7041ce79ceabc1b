import type { PipelineDocument } from '../model/document.ts';
import type { PipelineId } from '../model/ids.ts';
import { groupsOfPipeline } from '../model/lookups.ts';

/** The group counter as the names of a pipeline's groups, branches and loop items let it be known: one above the highest. */
export function derivedGroupCounter(document: PipelineDocument, pipeline: PipelineId): number {
  let highest = 0;
  const see = (name: string): void => {
    const number = /-(\d{1,9})$/.exec(name)?.[1];
    if (number !== undefined) highest = Math.max(highest, Number(number));
  };
  for (const group of groupsOfPipeline(document, pipeline)) {
    see(group.name);
    if (group.kind === 'branches') for (const branch of group.branches) see(branch.name);
    if (group.kind === 'loop' && group.items.kind === 'constant') highest = Math.max(highest, group.items.itemNumber);
  }
  return highest + 1;
}
