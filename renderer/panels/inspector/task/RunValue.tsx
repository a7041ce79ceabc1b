import { IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputValue } from '../../../../src/run/run-state.ts';
import { formatBytes } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/use-sentence.ts';
import { formatConstant } from '../../../parts/value-editors/constant-text.ts';
import classes from './Task.module.css';

/** What a port carried in the run that is shown. */
export function RunValue({ value }: { readonly value: OutputValue }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <p className={classes.runValue}>
      <IconPlayerPlay size={12} role="img" aria-label={t('inspector.inRun')} />
      {value.kind === 'parameter' ? (
        <code>{value.masked === true ? '••••••' : shorten(formatConstant(value.value))}</code>
      ) : (
        <code title={value.uri}>
          {nameOf(value.uri)}
          {value.size !== undefined && <span className={classes.quiet}> {formatBytes(value.size, language)}</span>}
        </code>
      )}
    </p>
  );
}

function nameOf(uri: string): string {
  return uri.split('/').at(-1) ?? uri;
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
