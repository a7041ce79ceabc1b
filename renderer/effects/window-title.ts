import type { AppState } from '../state/app-state.ts';
import { callHost } from '../state/host-access.ts';
import { getState, store } from '../state/store.ts';
import { isDirty, titleOfTab } from '../state/tabs.ts';

interface WindowDocument {
  readonly path: string | null;
  readonly title: string;
  readonly dirty: boolean;
}

/** Keeps the window's title and the host's idea of the document in front. */
export function startWindowTitle(): void {
  let shown: WindowDocument | null = null;
  const follow = (): void => {
    const next = describe(getState());
    if (shown?.path === next.path && shown.title === next.title && shown.dirty === next.dirty) return;
    shown = next;
    document.title = next.title === '' ? 'Pipewright' : `${next.dirty ? '● ' : ''}${next.title} – Pipewright`;
    // The title is an ornament: where the host does not take it, nothing is lost.
    callHost('window.setDocument', next).catch(() => undefined);
  };
  follow();
  store.subscribe((state, previous) => {
    if (state.documents !== previous.documents) follow();
  });
}

function describe({ documents }: AppState): WindowDocument {
  const tab = documents.active === null ? undefined : documents.tabs.get(documents.active);
  const dirty = [...documents.tabs.values()].some(isDirty);
  if (tab === undefined) return { path: null, title: '', dirty };
  return { path: tab.file?.path ?? null, title: titleOfTab(tab), dirty: isDirty(tab) || dirty };
}
