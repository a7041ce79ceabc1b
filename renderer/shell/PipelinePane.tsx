import { useTranslation } from 'react-i18next';
import { PipelineCanvas } from '../canvas/PipelineCanvas.tsx';
import type { TabId } from '../state/documents-slice.ts';
import { useApp } from '../state/store.ts';
import { titleOfTab } from '../state/tabs.ts';
import { DocumentBars } from './DocumentBars.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import classes from './PipelinePane.module.css';

/** One open pipeline: what has to be said about its file, and its canvas. Does not follow edits itself. */
export function PipelinePane({ tabId }: { readonly tabId: TabId }) {
  const { t } = useTranslation();
  const title = useApp((state) => {
    const tab = state.documents.tabs.get(tabId);
    return tab === undefined ? null : titleOfTab(tab);
  });
  if (title === null) return null;
  return (
    <section className={classes.pane} aria-label={t('pane.name', { title })}>
      <DocumentBars tabId={tabId} />
      <div className={classes.canvas}>
        <ErrorBoundary place="canvas">
          <PipelineCanvas tabId={tabId} />
        </ErrorBoundary>
      </div>
    </section>
  );
}
