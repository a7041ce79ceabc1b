import { actionEnglish } from './action.en.ts';
import { actionFrench } from './action.fr.ts';
import { cliEnglish } from './cli.en.ts';
import { cliFrench } from './cli.fr.ts';
import { COMPONENT_EN } from './component.en.ts';
import { COMPONENT_FR } from './component.fr.ts';
import { diagnosticEnglish } from './diagnostic.en.ts';
import { diagnosticFrench } from './diagnostic.fr.ts';
import { editEnglish } from './edit.en.ts';
import { editFrench } from './edit.fr.ts';
import { errorEnglish } from './error.en.ts';
import { errorFrench } from './error.fr.ts';
import { fileEnglish } from './file.en.ts';
import { fileFrench } from './file.fr.ts';
import { importEnglish } from './import.en.ts';
import { importFrench } from './import.fr.ts';
import { pythonEnglish } from './python.en.ts';
import { pythonFrench } from './python.fr.ts';
import { runEnglish } from './run.en.ts';
import { runFrench } from './run.fr.ts';
import { fillSentence, type Language, type SentenceTable, type SentenceValues } from './sentence.ts';

/** Every sentence the core says, by language. Keys are `<area>.<code>`. */
export const SENTENCES: { readonly [L in Language]: SentenceTable } = {
  en: {
    ...actionEnglish,
    ...cliEnglish,
    ...COMPONENT_EN,
    ...editEnglish,
    ...errorEnglish,
    ...fileEnglish,
    ...diagnosticEnglish,
    ...importEnglish,
    ...pythonEnglish,
    ...runEnglish,
  },
  fr: {
    ...actionFrench,
    ...cliFrench,
    ...COMPONENT_FR,
    ...editFrench,
    ...errorFrench,
    ...fileFrench,
    ...diagnosticFrench,
    ...importFrench,
    ...pythonFrench,
    ...runFrench,
  },
};

/** A sentence of the catalogue with its values. A key without a sentence comes back as it is, so that it is noticed. */
export function sentence(language: Language, key: string, values: SentenceValues = {}): string {
  const table = SENTENCES[language];
  return Object.hasOwn(table, key) ? fillSentence(table[key] ?? key, values, language) : key;
}

/** The sentence of a diagnostic or of a refused wire. A component's problem is a sentence inside the sentence. */
export function diagnosticSentence(
  language: Language,
  diagnostic: { readonly code: string; readonly values: SentenceValues },
): string {
  const { code, values } = diagnostic;
  const { problem } = values;
  const reason = typeof problem === 'string' ? { reason: sentence(language, `component.${problem}`, values) } : {};
  return sentence(language, `diagnostic.${code}`, { ...values, ...reason });
}
