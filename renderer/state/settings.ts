import type { MethodParams } from '../../src/api/params.ts';
import type { Settings } from '../../src/api/settings.ts';
import { patchLive } from './change-slices.ts';
import { callHost } from './host-access.ts';
import { getState } from './store.ts';

/** Reads the settings file. */
export async function loadSettings(): Promise<void> {
  const { settings, path, problem } = await callHost('settings.read', {});
  patchLive({ settings, settingsFile: problem === undefined ? { path } : { path, problem } });
}

/** Changes settings: at once on the screen, then in the file. The old ones come back when writing fails. */
export async function changeSettings(changes: Partial<Settings>): Promise<void> {
  const before = getState().live.settings;
  patchLive({ settings: { ...before, ...changes } });
  try {
    const { settings } = await callHost('settings.write', {
      changes: changes as MethodParams<'settings.write'>['changes'],
    });
    patchLive({ settings });
  } catch (error) {
    patchLive({ settings: before });
    throw error;
  }
}
