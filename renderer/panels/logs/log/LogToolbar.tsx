import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowBarToDown,
  IconArrowBarToUp,
  IconChevronDown,
  IconChevronUp,
  IconCopy,
  IconDownload,
  IconRegex,
  IconSearch,
  IconTextWrap,
} from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { perform } from '../../../commands/run-command.ts';
import { formatBytes } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/use-sentence.ts';
import classes from './Log.module.css';
import { copyLog, downloadLog } from './take-log.ts';
import type { Log, LogPlace } from './use-log.ts';
import type { LogSearch } from './use-log-search.ts';

export interface LogToolbarProps {
  readonly place: LogPlace;
  readonly log: Log;
  readonly search: LogSearch;
  readonly wrap: boolean;
  readonly onWrap: (wrap: boolean) => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
}

/** Search, the ends of the log, following, wrapping, and taking it away. */
export function LogToolbar(props: LogToolbarProps) {
  const { place, log, wrap, onWrap } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { reader, following, window } = log;
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('logView.tools')}>
      <SearchField {...props} />
      <span className={classes.grow} />
      <span className={classes.size}>{formatBytes(window.size, language)}</span>
      <Tool label={t('logView.first')} onClick={() => perform(reader.toStart)}>
        <IconArrowBarToUp size={16} stroke={1.6} aria-hidden={true} />
      </Tool>
      <Tool
        label={t('logView.follow')}
        pressed={following}
        onClick={() => perform(following ? reader.stopFollowing : reader.follow)}
      >
        <IconArrowBarToDown size={16} stroke={1.6} aria-hidden={true} />
      </Tool>
      <Tool label={t('logView.wrap')} pressed={wrap} onClick={() => onWrap(!wrap)}>
        <IconTextWrap size={16} stroke={1.6} aria-hidden={true} />
      </Tool>
      <Tool label={t('logView.copy')} onClick={() => perform(() => copyLog(place))}>
        <IconCopy size={16} stroke={1.6} aria-hidden={true} />
      </Tool>
      <Tool label={t('logView.download')} onClick={() => perform(() => downloadLog(place))}>
        <IconDownload size={16} stroke={1.6} aria-hidden={true} />
      </Tool>
    </div>
  );
}

function SearchField({ search, searchField }: LogToolbarProps) {
  const { t } = useTranslation();
  const { query, setQuery, valid } = search;
  const wrong = query.text !== '' && !valid;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') search.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') setQuery({ ...query, text: '' });
  };
  return (
    <>
      <TextInput
        ref={searchField}
        className={classes.search ?? ''}
        aria-label={t('logView.search')}
        placeholder={t('logView.search')}
        leftSection={<IconSearch size={14} stroke={1.7} aria-hidden={true} />}
        value={query.text}
        error={wrong}
        maxLength={1024}
        onChange={(event) => setQuery({ ...query, text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <Tool
        label={t('logView.regularExpression')}
        pressed={query.regularExpression}
        onClick={() => setQuery({ ...query, regularExpression: !query.regularExpression })}
      >
        <IconRegex size={16} stroke={1.6} aria-hidden={true} />
      </Tool>
      <Tool label={t('logView.previous')} disabled={search.matches.length === 0} onClick={() => search.step(-1)}>
        <IconChevronUp size={16} stroke={1.7} aria-hidden={true} />
      </Tool>
      <Tool label={t('logView.next')} disabled={search.matches.length === 0} onClick={() => search.step(1)}>
        <IconChevronDown size={16} stroke={1.7} aria-hidden={true} />
      </Tool>
      <span className={classes.found} role="status">
        {wrong ? t('logView.notAnExpression') : query.text === '' ? '' : <Found search={search} />}
      </span>
    </>
  );
}

function Found({ search }: { readonly search: LogSearch }) {
  const { t } = useTranslation();
  const { matches, truncated, current } = search;
  const count = matches.length;
  if (current >= 0) return t('logView.foundAt', { number: current + 1, count, more: truncated ? '+' : '' });
  return t(truncated ? 'logView.foundMore' : 'logView.found', { count });
}

interface ToolProps {
  readonly label: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => unknown;
  readonly children: ReactNode;
}

function Tool({ label, pressed, disabled = false, onClick, children }: ToolProps) {
  const state = pressed === undefined ? {} : { 'aria-pressed': pressed, 'data-checked': pressed };
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={disabled} onClick={() => void onClick()} {...state}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
