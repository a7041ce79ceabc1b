import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import type { FixedPanelId } from './panel-ids.ts';

/** A named region around a fixed panel's content. A fault in one panel leaves the others alone. */
export function PanelFrame({ id, children }: { readonly id: FixedPanelId; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className="pipewright-panel" data-panel={id} tabIndex={-1} aria-label={t(`panels.${id}`)}>
      <ErrorBoundary place={id}>{children}</ErrorBoundary>
    </section>
  );
}
