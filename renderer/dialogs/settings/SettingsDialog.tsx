import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MessageBar } from '../../parts/MessageBar.tsx';
import { useApp } from '../../state/store.ts';
import { CatalogFolders } from './CatalogFolders.tsx';
import { ChoiceSetting, NumberSetting, SwitchSetting } from './controls.tsx';
import { KeySettings } from './KeySettings.tsx';
import { RunStore } from './RunStore.tsx';
import classes from './SettingsDialog.module.css';
import { SettingsSection } from './SettingsSection.tsx';
import { SettingsSearch } from './search.ts';

/** Every setting on one page, found by its words. Changes count at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const file = useApp((state) => state.live.settingsFile);
  return (
    <Modal opened onClose={onClose} title={t('settings.title')} size={720}>
      <TextInput
        data-autofocus
        className={classes.search}
        aria-label={t('settings.search')}
        placeholder={t('settings.search')}
        leftSection={<IconSearch size={14} aria-hidden={true} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {file?.problem !== undefined && (
        <MessageBar kind="warning" message={t('settings.broken', { problem: file.problem })} />
      )}
      <SettingsSearch value={query}>
        <div className={classes.page}>
          <SettingsSection title={t('settings.look')}>
            <ChoiceSetting setting="theme" choices={['system', 'light', 'dark']} />
            <ChoiceSetting setting="language" choices={['system', 'en', 'fr']} />
            <SwitchSetting setting="showMinimap" />
            <SwitchSetting setting="snapToGrid" />
          </SettingsSection>
          <SettingsSection title={t('settings.files')}>
            <SwitchSetting setting="autoSave" />
            <CatalogFolders />
          </SettingsSection>
          <SettingsSection title={t('settings.running')}>
            <ChoiceSetting setting="engine" choices={['auto', 'process', 'docker', 'podman']} />
            <NumberSetting setting="runParallelism" min={0} max={256} step={1} />
            <NumberSetting setting="runStoreMaxGigabytes" min={0.1} max={10_000} step={1} />
            <NumberSetting setting="runStoreMaxDays" min={1} max={3650} step={1} />
            <RunStore />
          </SettingsSection>
          <SettingsSection title={t('settings.keys')}>
            <KeySettings />
          </SettingsSection>
        </div>
      </SettingsSearch>
      {file !== null && (
        <p className={classes.file}>
          {t('settings.file')} <code>{file.path}</code>
        </p>
      )}
    </Modal>
  );
}
