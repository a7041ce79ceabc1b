import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../src/words/sentence.ts';
import canvasEn from './en/canvas.json';
import catalogEn from './en/catalog.json';
import inspectorEn from './en/inspector.json';
import runsEn from './en/runs.json';
import shellEn from './en/shell.json';
import canvasFr from './fr/canvas.json';
import catalogFr from './fr/catalog.json';
import inspectorFr from './fr/inspector.json';
import runsFr from './fr/runs.json';
import shellFr from './fr/shell.json';

/** One file per area so that each has one owner; top-level keys are unique over the files. */
const resources = {
  en: { translation: { ...shellEn, ...canvasEn, ...catalogEn, ...inspectorEn, ...runsEn } },
  fr: { translation: { ...shellFr, ...canvasFr, ...catalogFr, ...inspectorFr, ...runsFr } },
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
    lng: language,
    fallbackLng: 'en',
    resources,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Changes the language of the screen. */
export async function setLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language;
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

/** The language on the screen, for words that do not come from the catalogues of the renderer. */
export function currentLanguage(): Language {
  return i18next.language === 'fr' ? 'fr' : 'en';
}
