import type { Language } from '../../../src/words/sentence.ts';

/** The language of the user's locale. POSIX: the first of these that is set decides. */
export function languageOf(environment: NodeJS.ProcessEnv): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^fr([_.@-]|$)/i.test(locale) ? 'fr' : 'en';
}
