import { getState } from '../state/store.ts';

/** Where a search for a file begins: the folder opened last, else the home folder. */
export function startFolder(): { readonly suggested?: string } {
  const { live } = getState();
  const suggested = live.workspaces.at(-1)?.root ?? live.host?.homeFolder;
  return suggested === undefined ? {} : { suggested };
}
