import { setLanguage } from '../i18n/i18n.ts';
import { resolveLanguage } from '../i18n/resolve-language.ts';
import { getState, store } from '../state/store.ts';

/** Keeps the language of the screen as it is set. */
export function startLanguage(): void {
  const follow = (): void => {
    void setLanguage(resolveLanguage(getState().live.settings.language, navigator.languages));
  };
  follow();
  store.subscribe((state, previous) => {
    if (state.live.settings.language !== previous.live.settings.language) follow();
  });
}
