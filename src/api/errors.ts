import type { SentenceValues } from '../words/sentence.ts';

/** The closed set of what can go wrong in a host call. Words: `error.<code>` of the catalogue. */
export const HOST_ERROR_CODES = [
  'invalid-params',
  'unknown-method',
  'unauthorised',
  'not-found',
  'already-exists',
  'outside-workspace',
  'not-a-file',
  'not-a-folder',
  'folder-not-found',
  'not-text',
  'invalid-file',
  'too-large',
  'permission-denied',
  'read-only',
  'disk-full',
  'conflict',
  'claimed-elsewhere',
  'trust-required',
  'invalid-pipeline',
  'invalid-arguments',
  'no-python',
  'no-engine',
  'run-active',
  'run-ended',
  'cancelled',
  'unsupported',
  'host-unreachable',
  'internal',
] as const;

export type HostErrorCode = (typeof HOST_ERROR_CODES)[number];

/** A failure as it crosses the contract: data, never a thrown thing's message. */
export interface HostFailure {
  readonly code: HostErrorCode;
  readonly values: SentenceValues;
  /** More for the details view: diagnostics of a document that does not compile, the current stamp of a conflict, … */
  readonly data?: unknown;
}

/** Thrown by handlers for an expected failure and by clients when a call failed. */
export class HostError extends Error {
  readonly failure: HostFailure;

  constructor(code: HostErrorCode, values: SentenceValues = {}, data?: unknown) {
    super(`${code} ${JSON.stringify(values)}`);
    this.name = 'HostError';
    this.failure = data === undefined ? { code, values } : { code, values, data };
  }
}
