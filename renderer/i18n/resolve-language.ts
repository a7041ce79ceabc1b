import type { Language } from '../../src/words/sentence.ts';

/** The language of a setting; `system` takes the first of the browser's languages that there are words for. */
export function resolveLanguage(setting: 'system' | Language, browser: readonly string[]): Language {
  if (setting !== 'system') return setting;
  const first = browser.find((tag) => /^(en|fr)\b/i.test(tag));
  return first?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en';
}
