import { IconLock, IconX } from '@tabler/icons-react';
import type { IDockviewPanelHeaderProps } from 'dockview-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { openContextMenu } from '../commands/context-menu.ts';
import { runCommand } from '../commands/run-command.ts';
import type { TabId } from '../state/documents-slice.ts';
import { useTab } from '../state/hooks.ts';
import { isDirty, titleOfTab } from '../state/tabs.ts';
import classes from './PipelineTab.module.css';

/** The tab of an open pipeline: name, unsaved mark, read-only mark, close. */
export function PipelineTab({ api, params }: IDockviewPanelHeaderProps<{ tabId: TabId }>) {
  const { t } = useTranslation();
  const { tabId } = params;
  const tab = useTab(tabId);
  const element = useRef<HTMLDivElement>(null);
  usePointer(element, tabId);
  const title = tab === undefined ? '' : titleOfTab(tab);
  useEffect(() => api.setTitle(title), [api, title]);
  if (tab === undefined) return null;
  return (
    <div ref={element} className={classes.tab} title={tab.file?.path ?? title}>
      {tab.readOnly !== null && <IconLock size={13} stroke={1.8} role="img" aria-label={t('tabs.readOnly')} />}
      <span className={classes.title}>{title}</span>
      {isDirty(tab) && <span className={classes.dirty} role="img" aria-label={t('tabs.unsaved')} />}
      <span data-close className={classes.close} aria-hidden={true}>
        <IconX size={13} stroke={2} />
      </span>
    </div>
  );
}

/**
 * What the pointer does beside choosing the tab. The dock makes the whole tab one control, which may hold no other one:
 * closing by keyboard is the command's part.
 */
function usePointer(element: RefObject<HTMLElement | null>, tabId: TabId): void {
  useEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const listening = new AbortController();
    const close = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      runCommand('file.close', { source: 'toolbar', tabId });
    };
    const isOnClose = (event: Event): boolean =>
      event.target instanceof Element && event.target.closest('[data-close]') !== null;
    const options = { signal: listening.signal };
    target.addEventListener('click', (event) => isOnClose(event) && close(event), options);
    target.addEventListener('pointerdown', (event) => isOnClose(event) && event.stopPropagation(), options);
    target.addEventListener('auxclick', (event) => event.button === 1 && close(event), options);
    target.addEventListener(
      'contextmenu',
      (event) => {
        event.preventDefault();
        openContextMenu('tab', { x: event.clientX, y: event.clientY }, tabId);
      },
      options,
    );
    return () => listening.abort();
  }, [element, tabId]);
}
