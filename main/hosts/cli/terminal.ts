import type { Language, SentenceValues } from '../../../src/words/sentence.ts';
import { sentence } from '../../../src/words/sentences.ts';
import { languageOf } from '../shared/language.ts';

/** Where a command stands: its streams, its folder, its language. */
export interface Terminal {
  readonly language: Language;
  /** Where relative paths start from. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly process: NodeJS.Process;
  /** Data, to standard output. */
  print(text: string): void;
  /** A line of data. */
  printLine(text: string): void;
  /** Errors and remarks, to standard error. */
  complain(text: string): void;
  /** A sentence of the catalogue. */
  say(key: string, values?: SentenceValues): string;
}

/** The terminal that this process was started from. */
export function openTerminal(process: NodeJS.Process): Terminal {
  const language = languageOf(process.env);
  return {
    language,
    folder: process.cwd(),
    environment: process.env,
    process,
    print: (text) => void process.stdout.write(text),
    printLine: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
    say: (key, values = {}) => sentence(language, key, values),
  };
}
