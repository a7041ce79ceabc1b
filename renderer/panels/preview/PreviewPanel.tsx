import { NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagnostic } from '../../../src/analysis/diagnostic.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import { selectActiveTab } from '../../state/hooks.ts';
import { useApp } from '../../state/store.ts';
import { CopyButton } from './CopyButton.tsx';
import { ExportButton } from './ExportButton.tsx';
import classes from './Preview.module.css';
import { PREVIEW_KINDS, type PreviewKind, usePreviewText } from './use-preview-text.ts';

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
  const [kind, setKind] = useState<PreviewKind>('kfp');
  const { text, problems } = usePreviewText(tabId, kind);
  return (
    <>
      <div className={classes.bar}>
        <NativeSelect
          aria-label={t('preview.kind')}
          value={kind}
          onChange={(event) => setKind(kindOf(event.currentTarget.value))}
          data={PREVIEW_KINDS.map((value) => ({ value, label: nameOf(value, t) }))}
        />
        <span className={classes.space} />
        <CopyButton text={text} />
        <ExportButton tabId={tabId} kind={kind} text={text} />
      </div>
      <div className={classes.text}>
        {text === null ? (
          <Refused kind={kind} problems={problems} />
        ) : (
          <Suspense fallback={null}>
            <CodeView
              key={kind === 'python' ? 'text' : 'yaml'}
              text={text}
              language={kind === 'python' ? 'text' : 'yaml'}
              label={nameOf(kind, t)}
            />
          </Suspense>
        )}
      </div>
    </>
  );
}

/** What only this target refuses is in no other panel. */
function Refused({ kind, problems }: { readonly kind: PreviewKind; readonly problems: readonly Diagnostic[] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [first] = problems;
  if (first === undefined) return <EmptyPlace title={t('preview.hasErrors')} hint={t('preview.hasErrorsHint')} />;
  const hint = sentence(`diagnostic.${first.code}`, first.values);
  return <EmptyPlace title={t('preview.hasErrorsOf', { target: nameOf(kind, t) })} hint={hint} />;
}

function nameOf(kind: PreviewKind, t: TFunction): string {
  return kind === 'file' ? t('preview.file') : t(`export.target.${kind}`);
}

function kindOf(value: string): PreviewKind {
  return PREVIEW_KINDS.find((kind) => kind === value) ?? 'kfp';
}
