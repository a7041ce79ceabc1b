import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './References.module.css';
import type { TextPartsProps } from './text-parts-props.ts';

const TextPartsEditor = lazy(async () => ({ default: (await import('./TextPartsEditor.tsx')).TextPartsEditor }));

/** Text with references in it. The editor is loaded when the first such text is shown. */
export function TextParts(props: TextPartsProps) {
  const { t } = useTranslation();
  return (
    <Suspense fallback={<p className={classes.loading}>{t('inspector.loading')}</p>}>
      <TextPartsEditor {...props} />
    </Suspense>
  );
}
