/** The version this program writes. */
export const API_VERSION = 'pipewright.dev/v1';

/** What a file of ours can hold: a whole pipeline, or a fragment of one for the clipboard. */
export type FileKind = 'Pipeline' | 'Fragment';
