import { createContext, useContext } from 'react';

const Search = createContext('');

/** Gives the words that are searched for to the settings below. */
export const SettingsSearch = Search.Provider;

/** Whether a setting with these words is what is searched for. */
export function useMatches(...texts: readonly string[]): boolean {
  const query = useContext(Search).trim().toLowerCase();
  return query === '' || query.split(/\s+/).every((word) => texts.some((text) => text.toLowerCase().includes(word)));
}
