import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFolder } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunPreflight } from '../../../src/api/results.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { printCommand } from './print-command.ts';
import classes from './RunForm.module.css';
import type { Launching } from './use-launch.ts';

export interface AgreeStepProps {
  readonly preflight: RunPreflight;
  readonly launching: Launching;
}

/** What would be executed on this machine, and what is missing for it; the user agrees or goes back. */
export function AgreeStep({ preflight, launching }: AgreeStepProps) {
  const { t } = useTranslation();
  const { trusted, problems, notes } = preflight;
  const agreeButton = useFocusWhen(!launching.busy);
  return (
    <div className={classes.form}>
      {problems.length > 0 && <Problems problems={problems} />}
      {!trusted && <Commands preflight={preflight} />}
      {notes.length > 0 && <Notes notes={notes} />}
      <div className={classes.footer}>
        <Button variant="default" onClick={launching.back}>
          {t('agree.back')}
        </Button>
        <span className={classes.grow} />
        <Button variant="default" onClick={launching.cancel}>
          {t('common.cancel')}
        </Button>
        <Button ref={agreeButton} loading={launching.busy} onClick={launching.agree}>
          {t(trusted ? 'agree.runAnyway' : 'agree.allow')}
        </Button>
      </div>
    </div>
  );
}

/** The dialog is open already when this step appears, and a busy button cannot have the focus. */
function useFocusWhen(ready: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (ready) button.current?.focus();
  }, [ready]);
  return button;
}

function Commands({ preflight }: { readonly preflight: RunPreflight }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes.lead}>{t('agree.question')}</p>
      <p className={classes.folder}>
        <IconFolder size={16} stroke={1.6} aria-hidden={true} />
        <code>{preflight.trustRoot}</code>
      </p>
      <section className={classes.commands} aria-label={t('agree.commands')}>
        {preflight.commands.map(({ task, command }) => (
          <details key={task}>
            <summary>
              <span className={classes.task}>{task}</span>
              <code>{printCommand(command).split('\n', 1)[0]}</code>
            </summary>
            <pre>{printCommand(command)}</pre>
          </details>
        ))}
      </section>
      <p className={classes.description}>{t('agree.once')}</p>
    </>
  );
}

/** What to know before, none of which keeps the run from starting. */
function Notes({ notes }: { readonly notes: RunPreflight['notes'] }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <ul className={classes.problems} aria-label={t('agree.notes')}>
      {notes.map(({ code, values }) => (
        <li key={`${code} ${Object.values(values ?? {}).join(' ')}`}>{say(`run.${code}`, values)}</li>
      ))}
    </ul>
  );
}

function Problems({ problems }: { readonly problems: RunPreflight['problems'] }) {
  const { t, i18n } = useTranslation();
  const say = useSentence();
  return (
    <ul className={classes.problems} aria-label={t('agree.problems')}>
      {problems.map(({ code, values, task }) => (
        <li key={`${code} ${task ?? ''}`}>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden={true} />
          <span>
            {task !== undefined && <strong>{task}: </strong>}
            {say(`run.${code}`, values)}{' '}
            {i18n.exists(`agree.remedy.${code}`) && t(`agree.remedy.${code}` as 'agree.remedy.program-missing')}
          </span>
        </li>
      ))}
    </ul>
  );
}
