import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { failure, type Result, success } from '../../../src/model/result.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import { errnoOf } from '../support/node-errors.ts';
import type { LocalFile, ObjectStore } from './local-file.ts';
import { readListing, signGet } from './s3-client.ts';

/** Something that was asked for over the network and not had. */
class FetchFailure extends Error {}

/**
 * Finds what an address means on this machine: a path, or a copy below `folder` of what was fetched. Addresses of
 * object stores need an entry of the local file. The failure says what is missing.
 */
export async function fetchContent(
  uri: string,
  folder: string,
  local: LocalFile,
  signal: AbortSignal,
): Promise<Result<string, RunReason>> {
  const stoodIn = findFolder(uri, local);
  if (stoodIn !== undefined) return await existing(stoodIn, uri);
  if (/^file:/i.test(uri)) return await existing(fileURLToPath(uri), uri);
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) return await existing(uri, uri);
  const store = local.objectStores.find(({ prefix }) => uri.startsWith(prefix));
  try {
    if (store !== undefined) return success(await fetchFromStore(store, uri, folder, signal));
    if (!/^https?:/i.test(uri)) return failure({ code: 'importer-store-unknown', values: { uri } });
    const target = join(folder, fileNameOf(uri));
    await download({ url: uri, headers: {} }, target, signal);
    return success(target);
  } catch (error) {
    return failure({ code: 'importer-failed', values: { uri, detail: describeFailure(error) } });
  }
}

async function existing(path: string, uri: string): Promise<Result<string, RunReason>> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? failure({ code: 'importer-absent', values: { uri, path } }) : success(path);
}

/** The longest start of the address that has a folder of its own. A path that would leave the folder has none. */
function findFolder(uri: string, { folders }: LocalFile): string | undefined {
  const prefixes = Object.keys(folders).filter((prefix) => uri.startsWith(prefix));
  const prefix = prefixes.sort((left, right) => right.length - left.length)[0];
  const folder = prefix === undefined ? undefined : folders[prefix];
  if (prefix === undefined || folder === undefined) return undefined;
  const path = join(folder, uri.slice(prefix.length));
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? path : undefined;
}

function fileNameOf(uri: string): string {
  const name = basename(new URL(uri).pathname).replace(/[^A-Za-z0-9._-]/g, '_');
  return name === '' || /^\.+$/.test(name) ? 'content' : name;
}

/** One object, or, where there is none of that name, everything below it. */
async function fetchFromStore(store: ObjectStore, uri: string, folder: string, signal: AbortSignal): Promise<string> {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/\/+$/, '');
  const slash = path.indexOf('/');
  const bucket = slash < 0 ? path : path.slice(0, slash);
  const key = slash < 0 ? '' : path.slice(slash + 1);
  const target = join(folder, fileNameOf(`s3://${path}`));
  const single = key === '' ? undefined : await download(signGet(store, path, {}, new Date()), target, signal, true);
  if (single === true) return target;
  const keys = await listKeys(store, bucket, key === '' ? '' : `${key}/`, signal);
  if (keys.length === 0) throw new FetchFailure('404');
  for (const found of keys) {
    const inner = found.slice(key === '' ? 0 : key.length + 1);
    if (inner === '' || inner.endsWith('/') || inner.split('/').includes('..')) continue;
    await download(signGet(store, `${bucket}/${found}`, {}, new Date()), join(target, inner), signal);
  }
  return target;
}

async function listKeys(store: ObjectStore, bucket: string, prefix: string, signal: AbortSignal): Promise<string[]> {
  const keys: string[] = [];
  for (let token: string | undefined, isFirst = true; isFirst || token !== undefined; isFirst = false) {
    const query = { 'list-type': '2', prefix, ...(token === undefined ? {} : { 'continuation-token': token }) };
    const request = signGet(store, bucket, query, new Date());
    const answer = await fetch(request.url, { headers: request.headers, signal });
    if (!answer.ok) throw new FetchFailure(String(answer.status));
    const listing = readListing(await answer.text());
    keys.push(...listing.keys);
    token = listing.next;
  }
  return keys;
}

/** True when it is there. `maybeAbsent`: a 404 is false, not a failure. */
async function download(
  { url, headers }: { readonly url: string; readonly headers: { readonly [name: string]: string } },
  target: string,
  signal: AbortSignal,
  maybeAbsent = false,
): Promise<boolean> {
  const answer = await fetch(url, { headers, signal });
  if (maybeAbsent && answer.status === 404) return false;
  if (!answer.ok || answer.body === null) throw new FetchFailure(String(answer.status));
  await mkdir(dirname(target), { recursive: true });
  await pipeline(answer.body, createWriteStream(target));
  return true;
}

function describeFailure(error: unknown): string {
  if (error instanceof FetchFailure) return `HTTP ${error.message}`;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return errnoOf(cause) ?? (error instanceof Error ? error.message.slice(0, 200) : String(error));
}
