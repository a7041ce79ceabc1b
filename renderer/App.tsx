import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ContextMenu } from './commands/ContextMenu.tsx';
import { FolderBrowser } from './dialogs/FolderBrowser.tsx';
import { OpenDialogs } from './dialogs/OpenDialogs.tsx';
import { QuestionDialog } from './dialogs/QuestionDialog.tsx';
import { Shell } from './shell/Shell.tsx';
import { TopErrorBoundary } from './shell/TopErrorBoundary.tsx';
import { createMantineTheme, resolveMantineVariables } from './theme/mantine-theme.ts';
import { readStyleNonce } from './theme/nonce.ts';
import { useColourScheme } from './theme/use-colour-scheme.ts';

/** The whole page. */
export function App() {
  const scheme = useColourScheme();
  const { t } = useTranslation();
  const theme = useMemo(() => createMantineTheme({ close: t('common.close') }), [t]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveMantineVariables}
      forceColorScheme={scheme}
      getStyleNonce={readStyleNonce}
    >
      <TopErrorBoundary>
        <Shell />
        <ContextMenu />
        <OpenDialogs />
        <FolderBrowser />
        <QuestionDialog />
      </TopErrorBoundary>
      <Notifications position="bottom-right" limit={4} zIndex={400} />
    </MantineProvider>
  );
}
