import { type RefObject, useEffect } from 'react';
import type { TabId } from '../../../state/documents-slice.ts';
import { useApp } from '../../../state/store.ts';
import type { FocusFieldRequest } from '../../../state/view-slice.ts';
import { sectionOfField, setFolded } from './section-store.ts';

/** Requests that were followed: a panel that is mounted again must not take the focus once more. */
const followed = new WeakSet<FocusFieldRequest>();

const CONTROLS = 'input, textarea, select, [contenteditable="true"], button';

/** Goes to the field that something else in the app asks for: unfolds its part, brings it into view, gives it the focus. */
export function useFocusField(tabId: TabId, panel: RefObject<HTMLElement | null>): void {
  const request = useApp((state) => state.view.byTab.get(tabId)?.focusField ?? null);
  useEffect(() => {
    if (request === null || followed.has(request)) return undefined;
    const section = sectionOfField(request.field);
    if (section !== undefined) setFolded(section, false);
    // What was just selected and unfolded is in the page after the next frame.
    const frame = requestAnimationFrame(() => {
      followed.add(request);
      goToField(panel.current, request.field);
    });
    return () => cancelAnimationFrame(frame);
  }, [request, panel]);
}

function goToField(panel: HTMLElement | null, field: string): void {
  const place = findField(panel, field);
  if (place === null) return;
  place.scrollIntoView({ block: 'nearest' });
  const control = place.querySelector<HTMLElement>(CONTROLS);
  control?.focus({ preventScroll: true });
}

/** The field itself, or the nearest one around it: `options.env.2` stands in the table `options.env`. */
function findField(panel: HTMLElement | null, field: string): HTMLElement | null {
  if (panel === null) return null;
  for (let name = field; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const found = panel.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    if (found !== null) return found;
  }
  return null;
}
