import { Button } from '@mantine/core';
import { IconCloudOff, IconLifebuoy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { perform } from '../commands/run-command.ts';
import { discardRecoveries, restoreRecoveries } from '../files/recovery.ts';
import { MessageBar } from '../parts/MessageBar.tsx';
import { useApp } from '../state/store.ts';

/** What has to be said about the whole app: the line is down, or work was left unsaved. */
export function AppBars() {
  const { t } = useTranslation();
  const isOffline = useApp((state) => state.live.connection === 'offline');
  const recoveries = useApp((state) => state.live.recoveries);
  return (
    <>
      {isOffline && (
        <MessageBar
          kind="warning"
          icon={<IconCloudOff size={16} aria-hidden={true} />}
          message={t('connection.offlineHint')}
        />
      )}
      {recoveries.length > 0 && (
        <MessageBar
          kind="info"
          icon={<IconLifebuoy size={16} aria-hidden={true} />}
          message={t('recovery.found', {
            count: recoveries.length,
            titles: recoveries.map((entry) => entry.title).join(', '),
          })}
        >
          <Button size="compact-sm" onClick={() => perform(restoreRecoveries)}>
            {t('recovery.restore')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => perform(discardRecoveries)}>
            {t('recovery.discard')}
          </Button>
        </MessageBar>
      )}
    </>
  );
}
