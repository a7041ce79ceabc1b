import { registerCanvasCommands } from './canvas/register-commands.ts';
import { startKeyHandling } from './commands/key-handling.ts';
import { registerEditCommands } from './commands/register-edit-commands.ts';
import { registerFileCommands } from './commands/register-file-commands.ts';
import { registerHelpCommands } from './commands/register-help-commands.ts';
import { registerViewCommands } from './commands/register-view-commands.ts';
import { startEffects } from './effects/start-effects.ts';
import { openTargets } from './files/open.ts';
import { isKnownTab, rememberOpenTabs, reopenTabs } from './files/reload-memory.ts';
import { followHost, loadFromHost } from './follow-host.ts';
import type { PageHost } from './host.ts';
import { startWords } from './i18n/i18n.ts';
import { resolveLanguage } from './i18n/resolve-language.ts';
import { registerRunCommands } from './panels/runs/register-commands.ts';
import { patchLive } from './state/change-slices.ts';
import { callHost, setHost } from './state/host-access.ts';
import { loadSettings } from './state/settings.ts';
import { getState } from './state/store.ts';

/** Prepares everything the first drawing needs, and starts reading the rest. */
export async function startApp(host: PageHost): Promise<void> {
  setHost(host);
  followHost(host);
  // Without an answer the page starts with the default settings and reads them when the line is there.
  await loadSettings().catch(() => undefined);
  await startWords(resolveLanguage(getState().live.settings.language, navigator.languages));
  registerFileCommands();
  registerEditCommands();
  registerViewCommands();
  registerHelpCommands();
  registerCanvasCommands();
  registerRunCommands();
  startKeyHandling(window);
  startEffects();
  void openAtStart();
}

/** Reads what the panels show, then opens what the program was started with. */
async function openAtStart(): Promise<void> {
  try {
    await loadFromHost();
    const isNew = !isKnownTab();
    await reopenTabs();
    rememberOpenTabs();
    const { open } = await callHost('host.ready', {});
    // The address opened once more shows what the program was started with, too.
    const launch = getState().live.host?.launch ?? [];
    await openTargets(isNew && open.length === 0 ? launch : open);
  } catch {
    // The line is down or refused; the page says so, and reads again when it is back.
  } finally {
    patchLive({ started: true });
  }
}
