import { useCallback, useState } from 'react';

export interface TreeState {
  readonly collapsed: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** The row that the keyboard is on. */
  readonly current: string | null;
  readonly setCurrent: (id: string) => void;
}

/** What is folded and where the keyboard is. */
export function useTreeState(): TreeState {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const toggle = useCallback((id: string) => {
    setCollapsed((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  return { collapsed, toggle, current, setCurrent };
}
