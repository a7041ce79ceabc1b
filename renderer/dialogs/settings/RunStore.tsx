import { Button } from '@mantine/core';
import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodResult } from '../../../src/api/results.ts';
import { perform } from '../../commands/run-command.ts';
import { formatBytes } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useLanguage } from '../../i18n/use-sentence.ts';
import { toast } from '../../parts/toast.tsx';
import { callHost } from '../../state/host-access.ts';
import { getState } from '../../state/store.ts';
import { SettingRow } from './SettingsSection.tsx';
import { useMatches } from './search.ts';

/** What the runs take on the disk, and freeing it. */
export function RunStore() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [space, setSpace] = useState<MethodResult<'runs.space'> | null>(null);
  const label = t('settings.names.runStore');
  const shown = useMatches(label);
  useEffect(() => {
    void perform(async () => setSpace(await callHost('runs.space', {})));
  }, []);
  if (!shown) return null;
  const used =
    space === null
      ? ''
      : t('settings.space', { size: formatBytes(space.bytes, language), count: space.runs, folder: space.folder });
  return (
    <SettingRow label={label} hint={used}>
      <Button variant="default" onClick={() => perform(async () => setSpace(await cleanUp()))}>
        {t('settings.cleanUp')}
      </Button>
    </SettingRow>
  );
}

async function cleanUp(): Promise<MethodResult<'runs.space'>> {
  const { runStoreMaxDays, runStoreMaxGigabytes } = getState().live.settings;
  const { removed, bytes } = await callHost('runs.cleanUp', {
    olderThanDays: runStoreMaxDays,
    keepBytes: runStoreMaxGigabytes * 1_000_000_000,
  });
  toast({ message: i18next.t('settings.cleaned', { count: removed, size: formatBytes(bytes, currentLanguage()) }) });
  return await callHost('runs.space', {});
}
