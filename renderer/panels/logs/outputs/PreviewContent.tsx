import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../../src/api/results.ts';
import type { CodeViewProps } from '../../../parts/CodeView.tsx';
import { REACHABLE } from '../reachable.ts';
import { MetricsTable } from './MetricsTable.tsx';
import classes from './Outputs.module.css';
import { prettyJson } from './pretty-json.ts';

/** Loads what a kind of preview needs when the first of its kind is shown. */
function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}

const CodeView = lazily(async () => (await import('../../../parts/CodeView.tsx')).CodeView);
const TableView = lazily(async () => (await import('./TableView.tsx')).TableView);
const MarkdownView = lazily(async () => (await import('./MarkdownView.tsx')).MarkdownView);

/** A preview by its kind. */
export function PreviewContent({ preview, name }: { readonly preview: Preview; readonly name: string }) {
  const { t } = useTranslation();
  switch (preview.kind) {
    case 'text':
      return <CodeText text={preview.text} language="text" label={name} />;
    case 'json':
      return <CodeText text={prettyJson(preview.text)} language="json" label={name} />;
    case 'table':
      return (
        <Suspense fallback={null}>
          <TableView text={preview.text} delimiter={preview.delimiter} isCut={preview.truncated} label={name} />
        </Suspense>
      );
    case 'markdown':
      return (
        <Suspense fallback={null}>
          <MarkdownView text={preview.text} />
        </Suspense>
      );
    case 'image':
      return (
        <div className={classes.picture}>
          <img src={`data:${preview.mediaType};base64,${preview.base64}`} alt={t('outputs.picture', { name })} />
        </div>
      );
    case 'html':
      return (
        <iframe
          className={classes.page}
          sandbox="allow-scripts"
          src={preview.address}
          title={t('outputs.page', { name })}
        />
      );
    case 'metrics':
      return <MetricsTable metrics={preview.metrics} label={name} />;
    case 'folder':
      return <FolderEntries entries={preview.entries} />;
    case 'binary':
    case 'absent':
    case 'masked':
      return <p className={classes.sentence}>{t(`outputs.kind.${preview.kind}`)}</p>;
  }
}

function CodeText(props: CodeViewProps) {
  return (
    <div className={classes.code}>
      <Suspense fallback={null}>
        <CodeView {...props} />
      </Suspense>
    </div>
  );
}

function FolderEntries({ entries }: { readonly entries: readonly string[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return <p className={classes.sentence}>{t('outputs.emptyFolder')}</p>;
  return (
    <ul className={classes.entries} aria-label={t('outputs.entries')} {...REACHABLE}>
      {entries.map((entry) => (
        <li key={entry}>{entry}</li>
      ))}
    </ul>
  );
}
