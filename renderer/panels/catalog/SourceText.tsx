import { Button } from '@mantine/core';
import { IconFileCode } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Details.module.css';

const CodeView = lazy(async () => ({ default: (await import('../../parts/CodeView.tsx')).CodeView }));

/** A component's text, when asked for. */
export function SourceText({ name, text }: { readonly name: string; readonly text: string }) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <Button
        className={classes.sourceButton ?? ''}
        variant="subtle"
        size="compact-xs"
        leftSection={<IconFileCode size={14} aria-hidden={true} />}
        aria-expanded={isShown}
        onClick={() => setIsShown(!isShown)}
      >
        {t(isShown ? 'catalog.hideSource' : 'catalog.showSource')}
      </Button>
      {isShown && (
        <div className={classes.source}>
          <Suspense fallback={<p className={classes.quiet}>{t('catalog.loading')}</p>}>
            <CodeView text={text} language="yaml" label={t('catalog.sourceOf', { name })} />
          </Suspense>
        </div>
      )}
    </>
  );
}
