import { useEffect, useState } from 'react';
import { printPipelineFile } from '../../../src/file/print-file.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { getState, useApp } from '../../state/store.ts';

export type PreviewKind = 'ir' | 'file';

const DELAY = 120;

/** The text of a preview; null while the document does not compile. Follows a moment after the drawing. */
export function usePreviewText(tabId: TabId, kind: PreviewKind): string | null {
  const ir = useApp((state) => state.documents.tabs.get(tabId)?.output?.ir ?? null);
  const document = useApp((state) => (kind === 'file' ? state.documents.tabs.get(tabId)?.document : undefined));
  const [file, setFile] = useState<string | null>('');
  useEffect(() => {
    if (document === undefined) return undefined;
    const timer = setTimeout(() => {
      const source = getState().documents.tabs.get(tabId)?.source ?? undefined;
      setFile(printPipelineFile(document, source));
    }, DELAY);
    return () => clearTimeout(timer);
  }, [document, tabId]);
  return kind === 'ir' ? ir : file;
}
