import type { Document } from 'yaml';

/** One step from a version of the file to the next. It changes the YAML document, so that comments stay. */
export interface Migration {
  readonly from: string;
  readonly to: string;
  migrate(document: Document): void;
}
