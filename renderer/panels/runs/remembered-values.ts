import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { MethodParams } from '../../../src/api/params.ts';
import { callHost } from '../../state/host-access.ts';
import type { Values } from './field-entries.ts';

const rememberedSchema = z.object({
  path: z.string(),
  values: z.record(z.string(), z.json()),
  caching: z.boolean(),
  parallelism: z.int().min(1).max(256).nullable(),
});

/** What a document was run with last. Never holds a secret. */
export interface Remembered {
  readonly values: Values;
  readonly caching: boolean;
  /** Tasks at one time; null: as the settings say. */
  readonly parallelism: number | null;
}

const NOTHING: Remembered = { values: {}, caching: true, parallelism: null };

/** The values a document was run with last; none where it has no file or was never run. */
export async function readRemembered(path: string | null): Promise<Remembered> {
  if (path === null) return NOTHING;
  const { value } = await callHost('session.read', { key: keyOf(path) }).catch(() => ({ value: null }));
  const read = rememberedSchema.safeParse(value);
  if (!read.success || read.data.path !== path) return NOTHING;
  const { values, caching, parallelism } = read.data;
  return { values: values as Values, caching, parallelism };
}

/** Keeps what a document is run with for the next time. The caller has taken secrets out. */
export async function remember(path: string | null, { values, caching, parallelism }: Remembered): Promise<void> {
  if (path === null) return;
  const value = { path, values, caching, parallelism } as MethodParams<'session.write'>['value'];
  // A run must not fail because its values could not be kept.
  await callHost('session.write', { key: keyOf(path), value }).catch(() => undefined);
}

/** One short key a document. */
function keyOf(path: string): string {
  return `run-values.${bytesToHex(sha256(utf8ToBytes(path))).slice(0, 32)}`;
}
