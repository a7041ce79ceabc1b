import { useEffect } from 'react';
import type { TabId } from '../../state/documents-slice.ts';
import { getState } from '../../state/store.ts';
import { pasteText } from './clipboard.ts';

/** Pastes by the browser's own event, which needs no permission. Only for the tab in front, and not into fields. */
export function usePasteEvents(tabId: TabId): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const target = event.target instanceof Element ? event.target : document.body;
      const isElsewhere = target !== document.body && target.closest('[data-key-scope="canvas"]') === null;
      if (isElsewhere || isField(target) || getState().documents.active !== tabId) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '') return;
      event.preventDefault();
      pasteText(tabId, text);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [tabId]);
}

function isField(element: Element): boolean {
  return element.closest('input, textarea, [contenteditable="true"]') !== null;
}
