import type { ReactNode } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import type { FixedPanelId } from './panel-ids.ts';

/** Around a fixed panel's content. A fault in one panel leaves the others alone. The dock names the region. */
export function PanelFrame({ id, children }: { readonly id: FixedPanelId; readonly children: ReactNode }) {
  return (
    <div className="pipewright-panel" data-panel={id} tabIndex={-1}>
      <ErrorBoundary place={id}>{children}</ErrorBoundary>
    </div>
  );
}
