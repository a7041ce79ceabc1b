import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import { selectActiveTab } from '../../state/hooks.ts';
import { useApp } from '../../state/store.ts';
import { CopyButton } from './CopyButton.tsx';
import { ExportButton } from './ExportButton.tsx';
import classes from './Preview.module.css';
import { type PreviewKind, usePreviewText } from './use-preview-text.ts';

const CodeView = lazy(async () => ({ default: (await import('../../parts/CodeView.tsx')).CodeView }));

/** The pipeline in front as text: the compiled IR and its own file, following the drawing. */
export function PreviewPanel() {
  const { t } = useTranslation();
  const tabId = useApp(selectActiveTab);
  if (tabId === null) return <EmptyPlace title={t('preview.noPipeline')} />;
  return <TabPreview key={tabId} tabId={tabId} />;
}

function TabPreview({ tabId }: { readonly tabId: TabId }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<PreviewKind>('ir');
  const text = usePreviewText(tabId, kind);
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('preview.kind')}
          value={kind}
          onChange={(value) => setKind(value === 'file' ? 'file' : 'ir')}
          data={[
            { value: 'ir', label: t('preview.ir') },
            { value: 'file', label: t('preview.file') },
          ]}
        />
        <span className={classes.space} />
        <CopyButton text={text} />
        <ExportButton tabId={tabId} kind={kind} text={text} />
      </div>
      <div className={classes.text}>
        {text === null ? (
          <EmptyPlace title={t('preview.hasErrors')} hint={t('preview.hasErrorsHint')} />
        ) : (
          <Suspense fallback={null}>
            <CodeView text={text} language="yaml" label={t(kind === 'ir' ? 'preview.ir' : 'preview.file')} />
          </Suspense>
        )}
      </div>
    </>
  );
}
