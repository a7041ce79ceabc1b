import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, SentenceValues } from '../../src/words/sentence.ts';
import { sentence } from '../../src/words/sentences.ts';
import { currentLanguage } from './i18n.ts';

/** The language on the screen; renders again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'fr' ? 'fr' : 'en';
}

/** Sentences of the core's catalogues (diagnostics, errors, edits, actions) in the language on the screen. */
export function useSentence(): (key: string, values?: SentenceValues) => string {
  const language = useLanguage();
  return useCallback((key, values = {}) => sentence(language, key, values), [language]);
}

/** The same outside React: toasts, confirmations. */
export function sentenceNow(key: string, values: SentenceValues = {}): string {
  return sentence(currentLanguage(), key, values);
}
