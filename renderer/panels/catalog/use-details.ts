import { useCallback, useEffect, useState } from 'react';

/** Longer than a double-click takes, in milliseconds: the row must not move away between its two clicks. */
const WAIT = 350;

export interface DetailsState {
  readonly hasDetails: boolean;
  readonly openDetails: () => void;
  readonly closeDetails: () => void;
}

/** Whether the details are open. They take room away from the tree, so they open a moment after they are asked for. */
export function useDetails(): DetailsState {
  const [state, setState] = useState<'closed' | 'asked' | 'open'>('closed');
  useEffect(() => {
    if (state !== 'asked') return undefined;
    const timer = setTimeout(() => setState('open'), WAIT);
    return () => clearTimeout(timer);
  }, [state]);
  const openDetails = useCallback(() => setState((before) => (before === 'open' ? before : 'asked')), []);
  const closeDetails = useCallback(() => setState('closed'), []);
  return { hasDetails: state === 'open', openDetails, closeDetails };
}
