export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Where services say what happened, for the application log. Never pass secret values. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string, error?: unknown): void;
  error(message: string, error?: unknown): void;
}

/** One line about a thrown thing. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.stack ?? `${error.name}: ${error.message}`;
}
