import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExampleInfo } from '../../../src/api/results.ts';
import { perform } from '../../commands/run-command.ts';
import { openExample } from '../../files/open.ts';
import { useLanguage } from '../../i18n/use-sentence.ts';
import { useApp } from '../../state/store.ts';
import classes from './StartPage.module.css';

/** The examples or templates that ship with the app. Each opens as a copy. */
export function ExampleCards({ kind }: { readonly kind: ExampleInfo['kind'] }) {
  const { t } = useTranslation();
  const examples = useApp((state) => state.live.examples);
  const shown = examples.filter((example) => example.kind === kind);
  if (shown.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby={`start-${kind}`}>
      <h2 className={classes.heading} id={`start-${kind}`}>
        {t(`start.${kind}s`)}
      </h2>
      <div className={classes.cards}>
        {shown.map((example) => (
          <ExampleCard key={example.id} example={example} />
        ))}
      </div>
    </section>
  );
}

function ExampleCard({ example }: { readonly example: ExampleInfo }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <UnstyledButton
      className={classes.card ?? ''}
      data-example={example.id}
      onClick={() => perform(() => openExample(example.id))}
    >
      <span className={classes.cardTitle}>{example.title[language]}</span>
      <span className={classes.cardText}>{example.summary[language]}</span>
      {example.tasks > 0 && <span className={classes.cardFoot}>{t('status.tasks', { count: example.tasks })}</span>}
    </UnstyledButton>
  );
}
