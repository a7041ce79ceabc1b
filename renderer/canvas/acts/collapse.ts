import { combineEdits } from '../../../src/model/combine-edits.ts';
import { setLayout } from '../../../src/model/edits/move-nodes.ts';
import type { GroupId } from '../../../src/model/ids.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { editDocument } from '../../state/edits.ts';
import { getState } from '../../state/store.ts';

/** Folds groups so that they show their counts, or shows their contents again. */
export function toggleCollapsed(tabId: TabId, groups: readonly GroupId[]): void {
  const document = getState().documents.tabs.get(tabId)?.document;
  if (document === undefined || groups.length === 0) return;
  const folds = !groups.every((group) => document.layout.get(group)?.collapsed === true);
  editDocument(tabId, (before) =>
    combineEdits(
      before,
      { key: 'edit.resize-node' },
      groups.map((group) => (current) => {
        const { collapsed: _, ...layout } = current.layout.get(group) ?? { x: 0, y: 0 };
        return setLayout(current, group, folds ? { ...layout, collapsed: true } : layout);
      }),
    ),
  );
}

/** The groups among what is selected. */
export function selectedGroups(tabId: TabId): readonly GroupId[] {
  const groups = getState().documents.tabs.get(tabId)?.document.groups;
  const selected = [...(getState().view.byTab.get(tabId)?.selection.nodes ?? [])] as GroupId[];
  return selected.filter((key) => groups?.has(key) === true);
}
