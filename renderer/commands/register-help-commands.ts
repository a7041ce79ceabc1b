import i18next from 'i18next';
import { toast } from '../parts/toast.tsx';
import { callHost } from '../state/host-access.ts';
import { openDialog } from '../state/looking.ts';
import { bindCommands } from './binding.ts';

/** Binds the commands of the help menu. */
export function registerHelpCommands(): void {
  bindCommands({
    'help.shortcuts': () => openDialog({ kind: 'shortcuts' }),
    'help.whatsNew': () => openDialog({ kind: 'whats-new' }),
    'help.log': () => openDialog({ kind: 'log' }),
    'help.about': () => openDialog({ kind: 'about' }),
    'help.copyDiagnostics': copyDiagnostics,
  });
}

async function copyDiagnostics(): Promise<void> {
  const { text } = await callHost('host.diagnostics', {});
  await navigator.clipboard.writeText(text);
  toast({ message: i18next.t('help.diagnosticsCopied'), kind: 'good' });
}
