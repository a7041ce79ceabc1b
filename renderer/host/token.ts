import { readTokenFragment } from '../../src/api/wire.ts';

const STORAGE_KEY = 'pipewright.token';

/**
 * The token of this launch: from the address's fragment, which is wiped, else from an earlier load of this tab.
 * Null when the page was opened without one.
 */
export function takeToken(page: Pick<Window, 'location' | 'history' | 'sessionStorage'>): string | null {
  const token = readTokenFragment(page.location.hash);
  if (token === null) return page.sessionStorage.getItem(STORAGE_KEY);
  page.sessionStorage.setItem(STORAGE_KEY, token);
  page.history.replaceState(null, '', page.location.pathname + page.location.search);
  return token;
}
