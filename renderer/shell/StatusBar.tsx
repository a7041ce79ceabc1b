import { IconAlertTriangle, IconCircleX, IconCloudOff, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../state/app-state.ts';
import type { DocumentTab } from '../state/documents-slice.ts';
import { countProblems } from '../state/problem-counts.ts';
import { useApp } from '../state/store.ts';
import { isDirty } from '../state/tabs.ts';
import { showPanel } from './dock.ts';
import classes from './StatusBar.module.css';

/** The foot of the window: problems of the document in front, its size, whether it is saved, and the line. */
export function StatusBar() {
  const tab = useApp(selectActiveTab);
  const connection = useApp((state) => state.live.connection);
  const { t } = useTranslation();
  return (
    <footer className={classes.bar}>
      {tab !== undefined && <DocumentStatus tab={tab} />}
      <span className={classes.space} />
      {connection !== 'online' && (
        <span className={classes.offline}>
          <IconCloudOff size={13} aria-hidden={true} /> {t(`connection.${connection}`)}
        </span>
      )}
    </footer>
  );
}

function DocumentStatus({ tab }: { readonly tab: DocumentTab }) {
  const { t } = useTranslation();
  const { error, warning, info } = countProblems(tab);
  return (
    <>
      <button type="button" className={classes.problems} onClick={() => showPanel('problems')}>
        <IconCircleX size={14} aria-hidden={true} className={error > 0 ? classes.error : undefined} />
        <span>{t('status.errors', { count: error })}</span>
        <IconAlertTriangle size={14} aria-hidden={true} className={warning > 0 ? classes.warning : undefined} />
        <span>{t('status.warnings', { count: warning })}</span>
        {info > 0 && (
          <>
            <IconInfoCircle size={14} aria-hidden={true} />
            <span>{t('status.hints', { count: info })}</span>
          </>
        )}
      </button>
      <span>{t('status.tasks', { count: tab.document.tasks.size })}</span>
      {tab.file !== null && <span className={classes.path}>{tab.file.path}</span>}
      <span>{t(savedKey(tab))}</span>
    </>
  );
}

function savedKey(tab: DocumentTab): 'status.notSaved' | 'status.unsaved' | 'status.saved' {
  if (tab.file === null) return 'status.notSaved';
  return isDirty(tab) ? 'status.unsaved' : 'status.saved';
}

function selectActiveTab({ documents }: AppState): DocumentTab | undefined {
  return documents.active === null ? undefined : documents.tabs.get(documents.active);
}
