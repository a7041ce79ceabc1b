import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../parts/EmptyPlace.tsx';
import type { TabId } from '../state/documents-slice.ts';

/** The drawing of one open pipeline. */
export function PipelineCanvas({ tabId }: { readonly tabId: TabId }) {
  const { t } = useTranslation();
  return (
    <div data-testid="canvas" data-tab={tabId} data-key-scope="canvas" style={{ height: '100%' }}>
      <EmptyPlace title={t('canvasEmpty.title')} />
    </div>
  );
}
