import { PipelineCanvas } from '../canvas/PipelineCanvas.tsx';
import type { TabId } from '../state/documents-slice.ts';
import { useApp } from '../state/store.ts';
import { DocumentBars } from './DocumentBars.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import classes from './PipelinePane.module.css';

/** One open pipeline: what has to be said about its file, and its canvas. Does not follow edits itself. */
export function PipelinePane({ tabId }: { readonly tabId: TabId }) {
  const isOpen = useApp((state) => state.documents.tabs.has(tabId));
  if (!isOpen) return null;
  return (
    <div className={classes.pane}>
      <DocumentBars tabId={tabId} />
      <div className={classes.canvas}>
        <ErrorBoundary place="canvas">
          <PipelineCanvas tabId={tabId} />
        </ErrorBoundary>
      </div>
    </div>
  );
}
