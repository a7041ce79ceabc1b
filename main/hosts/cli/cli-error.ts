import type { SentenceValues } from '../../../src/words/sentence.ts';

/** Exit codes of the program. */
export const EXIT = { fine: 0, problems: 1, wrongUse: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a sentence of the catalogue on standard error. */
export class CliError extends Error {
  readonly exitCode: ExitCode;
  readonly key: string;
  readonly values: SentenceValues;

  constructor(exitCode: ExitCode, key: string, values: SentenceValues = {}) {
    super(key);
    this.name = 'CliError';
    this.exitCode = exitCode;
    this.key = key;
    this.values = values;
  }
}
