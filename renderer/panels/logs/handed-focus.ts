import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Whether the focus was in what stood in the panel before, and which task that was. */
let before: { readonly hadFocus: boolean; readonly taskKey: string | null } = { hadFocus: false, taskKey: null };

/**
 * Hands the focus on when one view of the task panel takes the place of another, so that the keyboard is not lost.
 * `target` names where it goes; it gets the task that was shown before. Focus elsewhere in the window stays there.
 */
export function useHandedFocus(
  taskKey: string | null,
  target: (before: string | null) => string,
): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const wanted = useRef(target);
  useLayoutEffect(() => {
    const element = place.current;
    if (before.hadFocus) element?.querySelector<HTMLElement>(wanted.current(before.taskKey))?.focus();
    // Layout effects end before their elements leave the page: the focus is still where it was.
    return () => {
      before = { hadFocus: element?.contains(document.activeElement) ?? false, taskKey };
    };
  }, [taskKey]);
  return place;
}
