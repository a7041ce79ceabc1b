import { useEffect, useState } from 'react';

const STEP = 1_000;

/** The time, renewed every second while something is going on. */
export function useNow(isGoing: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isGoing) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), STEP);
    return () => clearInterval(timer);
  }, [isGoing]);
  return now;
}
