import type { DocumentTab } from '../state/documents-slice.ts';
import { store } from '../state/store.ts';

/** Calls back for every tab whose document is another one than before, also for a new tab. */
export function followDocuments(onChange: (tab: DocumentTab, before: DocumentTab | undefined) => void): () => void {
  return store.subscribe((state, previous) => {
    if (state.documents.tabs === previous.documents.tabs) return;
    for (const [id, tab] of state.documents.tabs) {
      const before = previous.documents.tabs.get(id);
      if (before?.document !== tab.document) onChange(tab, before);
    }
  });
}

/** Gathers calls by key and does the work once, a time after the first of them. */
export function createGatherer<Key>(delay: number, work: (key: Key) => void): (key: Key) => void {
  const waiting = new Set<Key>();
  return (key) => {
    if (waiting.has(key)) return;
    waiting.add(key);
    setTimeout(() => {
      waiting.delete(key);
      work(key);
    }, delay);
  };
}
