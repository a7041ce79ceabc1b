import { closeOthers, closeTab } from '../files/close.ts';
import { exportIr } from '../files/export.ts';
import { importWithDialog } from '../files/import.ts';
import { newPipeline, openFolderWithDialog, openWithDialog, reopenClosed } from '../files/open.ts';
import { renameFile, saveAll, saveTab, saveTabAs } from '../files/save.ts';
import { showStartPanel } from '../shell/dock.ts';
import type { TabId } from '../state/documents-slice.ts';
import { callHost } from '../state/host-access.ts';
import { openDialog } from '../state/looking.ts';
import { changeSettings } from '../state/settings.ts';
import { getState } from '../state/store.ts';
import { bindCommands, type CommandContext } from './binding.ts';

/** Binds the commands of the file menu. */
export function registerFileCommands(): void {
  bindCommands({
    'file.new': () => void newPipeline(),
    'file.open': openWithDialog,
    'file.openFolder': openFolderWithDialog,
    'file.import': importWithDialog,
    'file.showStart': showStartPanel,
    'file.save': onTab(saveTab),
    'file.saveAs': onTab(saveTabAs),
    'file.saveAll': saveAll,
    'file.toggleAutoSave': () => changeSettings({ autoSave: !getState().live.settings.autoSave }),
    'file.rename': onTab(renameFile),
    'file.reveal': onTab(async (tabId) => {
      const path = getState().documents.tabs.get(tabId)?.file?.path;
      if (path !== undefined) await callHost('host.revealPath', { path });
    }),
    'file.exportIr': onTab(exportIr),
    'file.exportAs': ({ tabId }) => {
      if (tabId !== null) openDialog({ kind: 'export', tabId });
    },
    'file.settings': () => openDialog({ kind: 'settings' }),
    'file.close': onTab(closeTab),
    'file.closeOthers': onTab(closeOthers),
    'file.reopenClosed': reopenClosed,
  });
}

function onTab(work: (tabId: TabId) => Promise<unknown>): (context: CommandContext) => Promise<void> {
  return async ({ tabId }) => {
    if (tabId !== null) await work(tabId);
  };
}
