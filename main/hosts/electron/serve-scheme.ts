import type { Protocol } from 'electron';
import { readPageFile } from '../shared/page-files.ts';
import { isOwnAddress, SCHEME } from './origin.ts';

/** Answers requests of our scheme with files of the built page, and nothing else. */
export function serveScheme(protocol: Pick<Protocol, 'handle'>, pageFolder: string): void {
  protocol.handle(SCHEME, (request) => answer(request, pageFolder));
}

async function answer(request: Pick<Request, 'method' | 'url'>, pageFolder: string): Promise<Response> {
  if (request.method !== 'GET') return new Response(null, { status: 405 });
  if (!isOwnAddress(request.url)) return new Response(null, { status: 404 });
  const file = await readPageFile(pageFolder, pathOf(request.url));
  if (!file) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(file.content), { status: 200, headers: file.headers });
}

/** As it was written: parsing would fold `..` away before it can be refused. */
function pathOf(address: string): string {
  return address.slice(`${SCHEME}://app`.length) || '/';
}
