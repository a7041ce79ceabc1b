import { createHash, createHmac } from 'node:crypto';
import type { ObjectStore } from './local-file.ts';

/** A signed request for something of an S3 bucket: path-style, which every S3 server understands. */
export interface SignedRequest {
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
}

const EMPTY_HASH = createHash('sha256').update('').digest('hex');

/**
 * Signs a GET request. AWS: Signature Version 4, with an unsigned payload being the hash of nothing.
 * Without keys the request goes unsigned, for public buckets.
 */
export function signGet(
  store: ObjectStore,
  path: string,
  query: { readonly [name: string]: string },
  now: Date,
): SignedRequest {
  const endpoint = new URL(store.endpoint);
  const canonicalPath = `${endpoint.pathname.replace(/\/$/, '')}/${path.split('/').map(encode).join('/')}`;
  const canonicalQuery = Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const url = `${endpoint.origin}${canonicalPath}${canonicalQuery === '' ? '' : `?${canonicalQuery}`}`;
  if (store.accessKey === '') return { url, headers: {} };
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${time.slice(0, 8)}/${store.region}/s3/aws4_request`;
  const signedHeaders = 'host;x-amz-content-sha256;x-amz-date';
  const canonicalHeaders = `host:${endpoint.host}\nx-amz-content-sha256:${EMPTY_HASH}\nx-amz-date:${time}\n`;
  const canonical = ['GET', canonicalPath, canonicalQuery, canonicalHeaders, signedHeaders, EMPTY_HASH].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const signature = createHmac('sha256', signingKey(store, time.slice(0, 8)))
    .update(toSign)
    .digest('hex');
  const credential = `${store.accessKey}/${scope}`;
  return {
    url,
    headers: {
      'x-amz-content-sha256': EMPTY_HASH,
      'x-amz-date': time,
      authorization: `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${signedHeaders},Signature=${signature}`,
    },
  };
}

function signingKey({ secretKey, region }: ObjectStore, day: string): Buffer {
  const steps = [day, region, 's3', 'aws4_request'];
  return steps.reduce<Buffer>(
    (key, step) => createHmac('sha256', key).update(step).digest(),
    Buffer.from(`AWS4${secretKey}`),
  );
}

/** AWS: everything but letters, digits and `-._~` is escaped, also what `encodeURIComponent` leaves. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The keys of a `ListObjectsV2` answer, and where the next part begins. */
export function readListing(xml: string): { readonly keys: readonly string[]; readonly next: string | undefined } {
  const keys = [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => fromXml(key));
  const next = /<NextContinuationToken>([^<]*)<\/NextContinuationToken>/.exec(xml)?.[1];
  return { keys, next: next === undefined ? undefined : fromXml(next) };
}

const ENTITIES: { readonly [name: string]: string } = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function fromXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(String(hex), 16));
    return ENTITIES[name] ?? whole;
  });
}
