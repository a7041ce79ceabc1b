import { isMap, parseDocument } from 'yaml';
import { type Settings, settingsSchema } from '../../../src/api/settings.ts';
import type { JsonValue } from '../../../src/model/json.ts';

const HEADER = '# Settings of Pipewright. Changes count as soon as this file is saved.\n';

export interface ParsedSettings {
  readonly settings: Settings;
  /** What is wrong with the file, for people; defaults stand in for it. */
  readonly problem?: string;
  /** False for a file that no setting can be put into without losing what it says. */
  readonly editable: boolean;
}

/** The settings when there is no file. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({});
}

/** Reads a settings file. Each value that is not valid counts as its default. */
export function parseSettings(text: string): ParsedSettings {
  const document = parseDocument(text);
  const error = document.errors[0];
  if (error) {
    const problem = `${error.linePos ? `line ${error.linePos[0].line}: ` : ''}${error.message.split('\n')[0] ?? ''}`;
    return { settings: defaultSettings(), problem, editable: false };
  }
  if (document.contents !== null && !isMap(document.contents)) {
    return { settings: defaultSettings(), problem: 'line 1: a map is expected', editable: false };
  }
  try {
    return { ...acceptValues(document.toJS({ maxAliasCount: 100 }) ?? {}), editable: true };
  } catch {
    return { settings: defaultSettings(), problem: 'too many aliases', editable: false };
  }
}

function acceptValues(values: { readonly [key: string]: unknown }): { settings: Settings; problem?: string } {
  const whole = settingsSchema.safeParse(values);
  if (whole.success) return { settings: whole.data };
  const wrong = [...new Set(whole.error.issues.map((issue) => String(issue.path[0])))];
  const rest = Object.fromEntries(Object.entries(values).filter(([key]) => !wrong.includes(key)));
  return { settings: settingsSchema.parse(rest), problem: wrong.join(', ') };
}

/** The file's text with some settings changed; comments and keys that this version does not know stay. */
export function changeSettings(text: string, changes: { readonly [key: string]: JsonValue }): string {
  const document = parseDocument(text === '' ? HEADER : text);
  for (const [key, value] of Object.entries(changes)) document.set(key, value);
  return document.toString();
}
