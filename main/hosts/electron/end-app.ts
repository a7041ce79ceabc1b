import type { App, Dialog } from 'electron';
import type { Language } from '../../../src/words/sentence.ts';
import { sentence } from '../../../src/words/sentences.ts';
import type { Host } from '../shared/create-host.ts';

/** Ends the host before the app does; asks first where runs are going. */
export function endWithHost(
  app: Pick<App, 'on' | 'quit' | 'exit'>,
  dialog: Pick<Dialog, 'showMessageBoxSync'>,
  host: Pick<Host, 'activeRuns' | 'dispose'>,
  language: Language,
): void {
  let state: 'running' | 'ending' | 'ended' = 'running';
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (state === 'running' && host.activeRuns() > 0 && !confirmsEnd(dialog, host.activeRuns(), language)) {
      event.preventDefault();
    }
  });
  // By now every window has agreed to close.
  app.on('will-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    state = 'ending';
    void host.dispose().finally(() => {
      state = 'ended';
      app.exit(0);
    });
  });
}

function confirmsEnd(dialog: Pick<Dialog, 'showMessageBoxSync'>, runs: number, language: Language): boolean {
  const say = (key: string, values = {}): string => sentence(language, `cli.${key}`, values);
  const buttons = [say('end-runs'), say('keep-running')];
  return (
    dialog.showMessageBoxSync({ type: 'warning', message: say('runs-going', { runs }), buttons, cancelId: 1 }) === 0
  );
}
