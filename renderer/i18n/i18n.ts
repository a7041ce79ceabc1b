import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../src/words/sentence.ts';
import canvasEn from './en/canvas.json';
import catalogEn from './en/catalog.json';
import inspectorEn from './en/inspector.json';
import runsEn from './en/runs.json';
import shellEn from './en/shell.json';

/** One file per area so that each has one owner; top-level keys are unique over the files. */
const resources = {
  en: { translation: { ...shellEn, ...canvasEn, ...catalogEn, ...inspectorEn, ...runsEn } },
} as const;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: (typeof resources)['en'];
  }
}

/** Prepares the words of the screen. English stands in for what a language lacks. */
export async function startWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await changeTo(language);
}

/** Changes the language of the screen. */
export async function setLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language;
  await changeTo(language);
}

let wanted: Language = 'en';

/** English is always there; other words come before the first paint that needs them. */
async function changeTo(language: Language): Promise<void> {
  wanted = language;
  if (language === 'fr' && !i18next.hasResourceBundle('fr', 'translation')) {
    const { FRENCH } = await import('./french.ts');
    i18next.addResourceBundle('fr', 'translation', FRENCH);
  }
  // Another may have been chosen while the words were on their way.
  if (wanted === language && i18next.language !== language) await i18next.changeLanguage(language);
}

/** The language on the screen, for words that do not come from the catalogues of the renderer. */
export function currentLanguage(): Language {
  return i18next.language === 'fr' ? 'fr' : 'en';
}
