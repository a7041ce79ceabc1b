import { useTranslation } from 'react-i18next';
import { nameOfNode } from '../../../src/model/document-path.ts';
import type { GroupRecord } from '../../../src/model/group.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { type GroupRun, groupRunAt } from '../../state/group-runs.ts';
import { useApp } from '../../state/store.ts';
import { sentenceOfGroup } from './group-words.ts';

/** How a group or branch of the pipeline on the canvas stands in the run that is shown. */
export function useGroupRun(tabId: TabId, name: string): GroupRun | undefined {
  return useApp((state) => {
    const runId = state.live.runs.shown.get(tabId);
    const run = runId === undefined ? undefined : state.live.runs.states.get(runId);
    const document = state.documents.tabs.get(tabId)?.document;
    if (run === undefined || document === undefined) return undefined;
    const through = state.view.byTab.get(tabId)?.through ?? [];
    return groupRunAt(run, through.map((task) => nameOfNode(document, task)).join('/'), name);
  });
}

/** What a group does, as a sentence. */
export function useGroupWords(tabId: TabId, group: GroupRecord): string {
  const { t } = useTranslation();
  return useApp((state) => {
    const document = state.documents.tabs.get(tabId)?.document;
    return document === undefined ? group.name : sentenceOfGroup(document, group, t);
  });
}
