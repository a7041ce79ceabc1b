import { useSyncExternalStore } from 'react';
import { useApp } from '../state/store.ts';

const DARK = '(prefers-color-scheme: dark)';

/** The colour scheme to draw in: the setting, or the system's, followed while it changes. */
export function useColourScheme(): 'light' | 'dark' {
  const setting = useApp((state) => state.live.settings.theme);
  const systemIsDark = useSyncExternalStore(watchSystem, isSystemDark);
  if (setting !== 'system') return setting;
  return systemIsDark ? 'dark' : 'light';
}

function watchSystem(listener: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

function isSystemDark(): boolean {
  return window.matchMedia(DARK).matches;
}
