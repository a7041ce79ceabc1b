import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import { selectActiveTab, useTab } from '../../state/hooks.ts';
import { useApp } from '../../state/store.ts';
import { OutlineTree } from './OutlineTree.tsx';

/** Every task of the pipeline in front as a tree: the text alternative to the drawing. */
export function OutlinePanel() {
  const { t } = useTranslation();
  const tabId = useApp(selectActiveTab);
  if (tabId === null) return <EmptyPlace title={t('outline.noPipeline')} hint={t('outline.noPipelineHint')} />;
  return <TabOutline key={tabId} tabId={tabId} />;
}

function TabOutline({ tabId }: { readonly tabId: TabId }) {
  const { t } = useTranslation();
  const tab = useTab(tabId);
  if (tab === undefined) return null;
  if (tab.document.tasks.size + tab.document.groups.size === 0) {
    return <EmptyPlace title={t('outline.empty')} hint={t('outline.emptyHint')} />;
  }
  return <OutlineTree tabId={tabId} document={tab.document} />;
}
