import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { PipelineId, TaskId } from '../../../../src/model/ids.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import classes from './References.module.css';
import type { TextPart } from './text-parts.ts';

const TextPartsEditor = lazy(async () => ({ default: (await import('./TextPartsEditor.tsx')).TextPartsEditor }));

export interface TextPartsProps {
  readonly tabId: TabId;
  readonly pipeline: PipelineId;
  /** The task whose setting or argument the text is. */
  readonly task: TaskId;
  readonly parts: readonly TextPart[];
  readonly label: string;
  readonly onChange: (parts: readonly TextPart[]) => void;
  readonly onEnd: () => void;
}

/** Text with references in it. The editor is loaded when the first such text is shown. */
export function TextParts(props: TextPartsProps) {
  const { t } = useTranslation();
  return (
    <Suspense fallback={<p className={classes.loading}>{t('inspector.loading')}</p>}>
      <TextPartsEditor {...props} />
    </Suspense>
  );
}
