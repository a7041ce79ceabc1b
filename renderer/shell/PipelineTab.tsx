import { IconLock, IconX } from '@tabler/icons-react';
import type { IDockviewPanelHeaderProps } from 'dockview-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../commands/run-command.ts';
import { openContextMenu } from '../commands/context-menu.ts';
import type { TabId } from '../state/documents-slice.ts';
import { useTab } from '../state/hooks.ts';
import { isDirty, titleOfTab } from '../state/tabs.ts';
import classes from './PipelineTab.module.css';

/** The tab of an open pipeline: name, unsaved mark, read-only mark, close. */
export function PipelineTab({ params }: IDockviewPanelHeaderProps<{ tabId: TabId }>) {
  const { t } = useTranslation();
  const tab = useTab(params.tabId);
  if (tab === undefined) return null;
  const { tabId } = params;
  const close = (event: MouseEvent): void => {
    event.stopPropagation();
    runCommand('file.close', { source: 'toolbar', tabId });
  };
  const onAuxiliaryClick = (event: MouseEvent): void => {
    if (event.button === 1) close(event);
  };
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    openContextMenu('tab', { x: event.clientX, y: event.clientY }, tabId);
  };
  const title = titleOfTab(tab);
  return (
    <div
      role="presentation"
      className={classes.tab}
      title={tab.file?.path ?? title}
      onAuxClick={onAuxiliaryClick}
      onContextMenu={onContextMenu}
    >
      {tab.readOnly !== null && <IconLock size={13} stroke={1.8} aria-label={t('tabs.readOnly')} />}
      <span className={classes.title}>{title}</span>
      {isDirty(tab) && <span className={classes.dirty} role="img" aria-label={t('tabs.unsaved')} />}
      <button type="button" tabIndex={-1} className={classes.close} aria-label={t('tabs.close', { title })} onClick={close}>
        <IconX size={13} stroke={2} aria-hidden={true} />
      </button>
    </div>
  );
}
