import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import type { TabId } from '../state/documents-slice.ts';
import { useApp } from '../state/store.ts';
import { FlowSurface } from './FlowSurface.tsx';

/** The drawing of one open pipeline, or of the sub-pipeline that was entered. */
export function PipelineCanvas({ tabId }: { readonly tabId: TabId }) {
  const pipeline = useApp((state) => state.view.byTab.get(tabId)?.pipeline);
  if (pipeline === undefined) return null;
  return (
    <ReactFlowProvider key={pipeline}>
      <FlowSurface tabId={tabId} pipeline={pipeline} />
    </ReactFlowProvider>
  );
}
