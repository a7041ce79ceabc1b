import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isInside } from '../../services/paths/is-inside.ts';
import { addNonce, contentPolicy } from './content-policy.ts';

const MEDIA_TYPES: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** A file of the built page, ready to be sent. */
export interface PageFile {
  readonly content: Uint8Array;
  readonly headers: { readonly [name: string]: string };
}

/**
 * Finds a file of the built page by the path of an address; undefined for what is not there or outside.
 * `/` is the page itself, whose policy gets a nonce of its own with each load.
 */
export async function readPageFile(folder: string, address: string): Promise<PageFile | undefined> {
  const name = decodeAddress(address);
  if (name === undefined) return undefined;
  try {
    const path = await realpath(join(folder, name === '/' ? 'index.html' : name));
    if (!isInside(await realpath(folder), path)) return undefined;
    const content = await readFile(path);
    return extname(path) === '.html' ? describePage(content) : describeAsset(content, path, name);
  } catch {
    return undefined;
  }
}

/** The path part, decoded once; undefined where anything in it could lead out of the folder. */
function decodeAddress(address: string): string | undefined {
  try {
    const name = decodeURIComponent(address.split(/[?#]/)[0] ?? '');
    const isPlain =
      name.startsWith('/') && !/[\\\0:]/.test(name) && !name.split('/').some((part) => part === '..' || part === '.');
    return isPlain ? name : undefined;
  } catch {
    return undefined;
  }
}

function describePage(content: Uint8Array): PageFile {
  const nonce = randomBytes(16).toString('base64');
  return {
    content: Buffer.from(addNonce(new TextDecoder().decode(content), nonce)),
    headers: {
      ...COMMON_HEADERS,
      'Content-Type': MEDIA_TYPES['.html'] ?? '',
      'Content-Security-Policy': contentPolicy(nonce),
      'Cache-Control': 'no-store',
      'X-Frame-Options': 'DENY',
    },
  };
}

/** The build puts a digest into the names of what it writes to `assets`. */
function describeAsset(content: Uint8Array, path: string, name: string): PageFile {
  return {
    content,
    headers: {
      ...COMMON_HEADERS,
      'Content-Type': MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Cache-Control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  };
}
