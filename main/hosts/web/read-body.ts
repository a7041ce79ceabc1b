import type { IncomingMessage } from 'node:http';
import { HostError } from '../../../src/api/errors.ts';

const MEGABYTE = 1024 * 1024;
/** Methods whose params hold a whole document; in JSON each of its characters may take several bytes. */
const LARGE_METHODS: readonly string[] = ['files.write', 'recovery.write', 'runs.start', 'runs.preflight'];
const LARGE_LIMIT = 192 * MEGABYTE;
const LIMIT = 8 * MEGABYTE;

/** Reads the JSON body of a call. Fails with `too-large` before it is all in memory, or with `invalid-params`. */
export async function readBody(request: IncomingMessage, method: string): Promise<unknown> {
  const limit = LARGE_METHODS.includes(method) ? LARGE_LIMIT : LIMIT;
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new HostError('invalid-params', { method, field: 'Content-Type' });
  }
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limit) throw tooLarge(method, declared, limit);
  const pieces: Buffer[] = [];
  let size = 0;
  // The request stays whole when reading stops, since it still gets an answer.
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > limit) throw tooLarge(method, size, limit);
    pieces.push(piece);
  }
  return parse(Buffer.concat(pieces), method);
}

function parse(body: Buffer, method: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new HostError('invalid-params', { method, field: '' });
  }
}

function tooLarge(method: string, size: number, limit: number): HostError {
  return new HostError('too-large', {
    path: method,
    megabytes: Math.ceil(size / MEGABYTE),
    limit: Math.ceil(limit / MEGABYTE),
  });
}
