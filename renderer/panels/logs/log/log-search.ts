import type { MethodResult } from '../../../../src/api/results.ts';

export type LogMatch = MethodResult<'runs.searchLog'>['matches'][number];

/** What a log is searched for. */
export interface LogQuery {
  readonly text: string;
  readonly regularExpression: boolean;
}

/** How many matches are asked for at one time. */
export const MATCH_LIMIT = 5_000;

/** Whether a query can be searched for: not empty, and an expression only where it is one. */
export function isValidQuery({ text, regularExpression }: LogQuery): boolean {
  if (!regularExpression) return text !== '';
  try {
    return text !== '' && new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

/** The match after or before another one, round the ends. */
export function stepMatch(count: number, current: number, step: 1 | -1): number {
  if (count === 0) return -1;
  if (current < 0) return step === 1 ? 0 : count - 1;
  return (current + step + count) % count;
}

/** A part of a line, marked where it is what was searched for. */
export interface MarkedText {
  readonly text: string;
  /** Where it begins in the text. */
  readonly at: number;
  readonly marked: boolean;
}

/**
 * Splits a text at what is searched for, ignoring case. Expressions are not marked: one that takes for ever would
 * hold up the page (the host, which searches, has a limit of its own).
 */
export function markMatches(text: string, { text: wanted, regularExpression }: LogQuery): readonly MarkedText[] {
  if (wanted === '' || regularExpression) return [{ text, at: 0, marked: false }];
  const parts: MarkedText[] = [];
  const lower = text.toLowerCase();
  const needle = wanted.toLowerCase();
  let at = 0;
  // Lower case may be of another length (İ); the marks would then stand beside what they mark.
  if (lower.length !== text.length) return [{ text, at: 0, marked: false }];
  for (let found = lower.indexOf(needle); found !== -1; found = lower.indexOf(needle, at)) {
    if (found > at) parts.push({ text: text.slice(at, found), at, marked: false });
    at = found + needle.length;
    parts.push({ text: text.slice(found, at), at: found, marked: true });
  }
  if (at < text.length) parts.push({ text: text.slice(at), at, marked: false });
  return parts;
}
