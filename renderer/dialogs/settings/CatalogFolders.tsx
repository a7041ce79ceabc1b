import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { perform } from '../../commands/run-command.ts';
import { pickPath } from '../../files/pick-path.ts';
import { changeSettings } from '../../state/settings.ts';
import { getState, useApp } from '../../state/store.ts';
import classes from './SettingsDialog.module.css';
import { SettingRow } from './SettingsSection.tsx';
import { useMatches } from './search.ts';

/** The folders whose components are always in the catalog. */
export function CatalogFolders() {
  const { t } = useTranslation();
  const folders = useApp((state) => state.live.settings.catalogFolders);
  const label = t('settings.names.catalogFolders');
  const hint = t('settings.hints.catalogFolders');
  if (!useMatches(label, hint)) return null;
  return (
    <SettingRow label={label} hint={hint}>
      <div className={classes.folders}>
        {folders.map((folder) => (
          <span key={folder} className={classes.folder}>
            <code title={folder}>{folder}</code>
            <ActionIcon
              aria-label={t('settings.removeFolder', { folder })}
              onClick={() =>
                perform(() => changeSettings({ catalogFolders: folders.filter((other) => other !== folder) }))
              }
            >
              <IconX size={14} aria-hidden={true} />
            </ActionIcon>
          </span>
        ))}
        <Button variant="default" onClick={() => perform(addFolder)}>
          {t('settings.addFolder')}
        </Button>
      </div>
    </SettingRow>
  );
}

async function addFolder(): Promise<void> {
  const path = await pickPath({ kind: 'open-folder' });
  const { catalogFolders } = getState().live.settings;
  if (path !== null && !catalogFolders.includes(path))
    await changeSettings({ catalogFolders: [...catalogFolders, path] });
}
