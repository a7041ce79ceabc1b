/** Spread over a place that scrolls: it must be reachable by the keyboard to be read (WCAG 2.1.1). */
export const REACHABLE = { tabIndex: 0 } as const;
