import { createHash } from 'node:crypto';

/** What tells one content of a file from another: its SHA-256, hexadecimal. */
export function stampOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
