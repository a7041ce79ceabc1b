import { referencesOfNode } from '../../../src/analysis/upstream.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { GroupRecord } from '../../../src/model/group.ts';
import type { GroupId } from '../../../src/model/ids.ts';

/** What the frame of a group shows beside its contents. */
export interface GroupSpec {
  /** Rows of a loop: the item (the empty name), then its fields. */
  readonly items: readonly string[];
  /** Names of one-of outputs. */
  readonly results: readonly string[];
  /** Whether each branch has a frame of its own. A lone If has none: the group is the branch. */
  readonly hasLanes: boolean;
}

/** What a group's frame shows. */
export function specOfGroup(document: PipelineDocument, group: GroupRecord): GroupSpec {
  switch (group.kind) {
    case 'loop':
      return { items: ['', ...fieldsOfItem(document, group)], results: [], hasLanes: false };
    case 'branches':
      return {
        items: [],
        results: group.outputs.map((output) => output.name),
        hasLanes: group.branches.length > 1,
      };
    case 'exit-handler':
      return { items: [], results: [], hasLanes: false };
  }
}

/** The fields of a loop's item: those of its first constant, then others that are used. */
function fieldsOfItem(document: PipelineDocument, group: GroupRecord & { readonly kind: 'loop' }): readonly string[] {
  const used = fieldsUsed(document).get(group.id);
  const first = group.items.kind === 'constant' ? group.items.items[0] : undefined;
  const isMap = typeof first === 'object' && first !== null && !Array.isArray(first);
  const known = isMap ? Object.keys(first) : [];
  return [...new Set([...known, ...(used ?? [])])];
}

interface CachedFields {
  readonly groups: PipelineDocument['groups'];
  readonly fields: ReadonlyMap<GroupId, ReadonlySet<string>>;
}

const cached = new WeakMap<PipelineDocument['tasks'], CachedFields>();

function fieldsUsed(document: PipelineDocument): CachedFields['fields'] {
  const found = cached.get(document.tasks);
  if (found !== undefined && found.groups === document.groups) return found.fields;
  const fields = new Map<GroupId, Set<string>>();
  for (const record of [...document.tasks.values(), ...document.groups.values()]) {
    for (const reference of referencesOfNode(record)) {
      if (reference.kind !== 'loop-item' || reference.field === undefined) continue;
      const set = fields.get(reference.loop);
      if (set === undefined) fields.set(reference.loop, new Set([reference.field]));
      else set.add(reference.field);
    }
  }
  cached.set(document.tasks, { groups: document.groups, fields });
  return fields;
}
