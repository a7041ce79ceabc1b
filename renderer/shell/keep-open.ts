import type { DockviewPanelApi } from 'dockview-react';
import { type RefObject, useEffect } from 'react';

/**
 * Keeps a click on the tab in front from folding its part of the window away, which is what the dock would do: hiding
 * parts has commands of its own.
 */
export function useKeepOpen(element: RefObject<HTMLElement | null>, api: DockviewPanelApi): void {
  useEffect(() => {
    const tab = element.current?.closest('.dv-tab');
    if (tab == null) return undefined;
    const listening = new AbortController();
    tab.addEventListener(
      'click',
      (event) => {
        if (api.group.activePanel?.id === api.id && !api.group.api.isCollapsed()) event.preventDefault();
      },
      { capture: true, signal: listening.signal },
    );
    return () => listening.abort();
  }, [element, api]);
}
