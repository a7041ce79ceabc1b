/** The app's own scheme: pages come from the package, never from `file:` or the network. */
export const SCHEME = 'pipewright';

/** The scheme as it is registered: with an origin of its own, like an address of the web. */
export const OWN_SCHEME = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
} as const;

/** Where the page is. */
export const PAGE_ADDRESS = `${SCHEME}://app/`;

/** True for addresses of our own page. */
export function isOwnAddress(address: string): boolean {
  return parse(address)?.protocol === `${SCHEME}:` && parse(address)?.host === 'app';
}

/** True for what may be shown inside the page: outputs of runs, from their own origin on this machine. */
export function isOutputAddress(address: string): boolean {
  const url = parse(address);
  return url?.protocol === 'http:' && url.hostname === '127.0.0.1';
}

/** The address put together anew if it may be opened outside of the app; undefined for every other scheme. */
export function externalAddress(address: string): string | undefined {
  const url = parse(address);
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
