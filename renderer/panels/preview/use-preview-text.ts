import { useEffect, useState } from 'react';
import { COMPILE_TARGETS, type CompileTarget } from '../../../src/analysis/compile-target.ts';
import type { Diagnostic } from '../../../src/analysis/diagnostic.ts';
import { printPipelineFile } from '../../../src/file/print-file.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { getState, useApp } from '../../state/store.ts';
import { compileForTargetInWorker } from '../../worker/compile-client.ts';

/** The IR, the pipeline's own file, or what another target makes of it. */
export type PreviewKind = CompileTarget | 'file';

/** The order they are offered in. */
export const PREVIEW_KINDS: readonly PreviewKind[] = [
  'kfp',
  'file',
  ...COMPILE_TARGETS.filter((name) => name !== 'kfp'),
];

/** The text, or why there is none. */
export interface PreviewText {
  readonly text: string | null;
  /** What only this target refuses. */
  readonly problems: readonly Diagnostic[];
}

const FILE_DELAY = 120;
const TARGET_DELAY = 250;
const NOTHING_YET: PreviewText = { text: '', problems: [] };

/** The text of a preview; null while the document does not compile. Follows a moment after the drawing. */
export function usePreviewText(tabId: TabId, kind: PreviewKind): PreviewText {
  const ir = useApp((state) => state.documents.tabs.get(tabId)?.output?.ir ?? null);
  const document = useApp((state) => (kind === 'kfp' ? undefined : state.documents.tabs.get(tabId)?.document));
  const [made, setMade] = useState<PreviewText & { readonly kind: PreviewKind }>({ ...NOTHING_YET, kind });
  useEffect(() => {
    if (document === undefined) return undefined;
    let isWanted = true;
    const show = (next: PreviewText | null): void => {
      if (isWanted && next !== null) setMade({ ...next, kind });
    };
    const timer = setTimeout(
      () => {
        if (kind !== 'file') {
          void compileForTargetInWorker({ document, target: kind as CompileTarget }, `preview ${tabId}`).then(show);
          return;
        }
        const source = getState().documents.tabs.get(tabId)?.source ?? undefined;
        show({ text: printPipelineFile(document, source), problems: [] });
      },
      kind === 'file' ? FILE_DELAY : TARGET_DELAY,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [document, tabId, kind]);
  if (kind === 'kfp') return { text: ir, problems: [] };
  return made.kind === kind ? made : NOTHING_YET;
}
