import type { IncomingHttpHeaders } from 'node:http';
import { carriesToken } from './token.ts';

export interface GuardOptions {
  readonly port: number;
  readonly token: string;
  /** Further names the page may be reached by (tunnels, proxies): `name` or `name:port`. */
  readonly allowedHosts: readonly string[];
}

/** Why a request is refused, and with which HTTP status. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly reason: string;
}

/** A name that an attacker's DNS turned to 127.0.0.1 shows in the Host header, so only known names get an answer. */
export function refuseHost(headers: IncomingHttpHeaders, options: GuardOptions): Refusal | undefined {
  const host = headers.host?.toLowerCase() ?? '';
  const own = [`127.0.0.1:${options.port}`, `localhost:${options.port}`];
  const name = host.replace(/:\d+$/, '');
  const allowed = options.allowedHosts.map((given) => given.toLowerCase());
  if (own.includes(host) || allowed.includes(host) || allowed.includes(name)) return undefined;
  return { status: 403, reason: 'This Host is not served. Start with --allow-host to add one.' };
}

/** What every call and the event stream must show: our own origin and the token of this launch. */
export function refuseCaller(method: string, headers: IncomingHttpHeaders, options: GuardOptions): Refusal | undefined {
  if (isForeign(method, headers)) return { status: 403, reason: 'This Origin may not call.' };
  if (!carriesToken(headers.authorization, options.token))
    return { status: 401, reason: 'The token is missing or wrong.' };
  return undefined;
}

/** Fetch standard: browsers send Origin with every POST; with a GET of the same origin they leave it out. */
function isForeign(method: string, headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return true;
  const { origin, host } = headers;
  if (origin === undefined) return method !== 'GET';
  return origin !== `http://${host}` && origin !== `https://${host}`;
}
