import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { describeCombination } from '../../src/actions/keys.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { KEY_PLATFORM } from '../commands/key-handling.ts';
import { runCommand } from '../commands/run-command.ts';
import { BrandMark } from '../parts/BrandMark.tsx';
import type { AppState } from '../state/app-state.ts';
import { useApp } from '../state/store.ts';
import { MenuBar } from './MenuBar.tsx';
import classes from './TitleBar.module.css';

/** The top of the window: menus, the commands of every minute, running, and the parts of the window. */
export function TitleBar() {
  const hasNativeMenus = useApp(selectHasNativeMenus);
  return (
    <header className={classes.bar} data-region="title-bar">
      <div className={classes.side}>
        <BrandMark size={20} />
        {!hasNativeMenus && <MenuBar />}
      </div>
      <PaletteButton />
      <div className={classes.end}>
        <span className={classes.roomy}>
          <ActionButton id="edit.undo" />
          <ActionButton id="edit.redo" />
          <ActionButton id="file.save" />
          <span className={classes.divider} />
        </span>
        <ActionButton id="view.toggleLeft" />
        <ActionButton id="view.toggleBottom" />
        <ActionButton id="view.toggleRight" />
        <span className={classes.divider} />
        <ActionButton id="run.stop" />
        <ActionButton id="run.start" labelled main />
      </div>
    </header>
  );
}

function PaletteButton() {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={classes.palette ?? ''} onClick={() => runCommand('view.palette', { source: 'toolbar' })}>
      <IconSearch size={14} stroke={1.8} aria-hidden={true} />
      <span className={classes.paletteText}>{t('titleBar.palette')}</span>
      <kbd className={classes.key}>{describeCombination('Mod+K', KEY_PLATFORM)}</kbd>
    </UnstyledButton>
  );
}

function selectHasNativeMenus(state: AppState): boolean {
  return state.live.host?.capabilities.includes('native-menus') ?? false;
}
