import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconFileVector, IconFolder, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecentItem } from '../../../src/api/results.ts';
import { perform } from '../../commands/run-command.ts';
import { forgetRecent, openFile, openFolder } from '../../files/open.ts';
import { folderOf, nameOf } from '../../files/paths.ts';
import { formatAgo } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/use-sentence.ts';
import { useApp } from '../../state/store.ts';
import { fileTitle } from '../../state/tabs.ts';
import classes from './StartPage.module.css';

const SHOWN = 10;

/** Files and folders that were open before, the last one first. */
export function RecentList() {
  const { t } = useTranslation();
  const recent = useApp((state) => state.live.recent);
  return (
    <section className={classes.section} aria-labelledby="start-recent">
      <h2 className={classes.heading} id="start-recent">
        {t('start.recent')}
      </h2>
      {recent.length === 0 ? (
        <p className={classes.hint}>{t('start.recentEmpty')}</p>
      ) : (
        <ul className={classes.list}>
          {recent.slice(0, SHOWN).map((item) => (
            <RecentRow key={item.path} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RecentRow({ item }: { readonly item: RecentItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { path, kind, exists } = item;
  const Drawing = kind === 'folder' ? IconFolder : IconFileVector;
  const title = kind === 'folder' ? nameOf(path) : fileTitle(path);
  return (
    <li className={classes.row}>
      <UnstyledButton
        className={classes.rowButton ?? ''}
        title={path}
        disabled={!exists}
        onClick={() => perform(() => (kind === 'folder' ? openFolder(path) : openFile(path)))}
      >
        <Drawing size={16} stroke={1.6} aria-hidden={true} />
        <span className={classes.rowText}>
          <span className={classes.rowTitle}>{title}</span>
          <span className={classes.rowPath}>{exists ? folderOf(path) : t('start.gone')}</span>
        </span>
        <span className={classes.rowTime}>{formatAgo(item.openedAt, Date.now(), language)}</span>
      </UnstyledButton>
      <ActionIcon
        className={classes.forget ?? ''}
        aria-label={t('start.forget', { title })}
        onClick={() => perform(() => forgetRecent(path))}
      >
        <IconX size={14} aria-hidden={true} />
      </ActionIcon>
    </li>
  );
}
