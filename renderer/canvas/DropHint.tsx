import { useTranslation } from 'react-i18next';
import { groupOfBody } from '../../src/analysis/scopes.ts';
import { sentenceNow } from '../i18n/use-sentence.ts';
import type { TabId } from '../state/documents-slice.ts';
import { useApp } from '../state/store.ts';
import classes from './DropHint.module.css';
import { sentenceOfBranch, sentenceOfGroup } from './nodes/group-words.ts';

/** Says, while something is dragged over another frame, what dropping it there would do, or why it cannot be dropped. */
export function DropHint({ tabId }: { readonly tabId: TabId }) {
  const { t } = useTranslation();
  const isRefused = useApp(({ session: { drag } }) => drag?.tabId === tabId && (drag.over?.problem ?? null) !== null);
  const words = useApp((state) => {
    const { drag } = state.session;
    const document = state.documents.tabs.get(tabId)?.document;
    if (drag?.tabId !== tabId || drag.over === undefined || document === undefined) return '';
    const { body, problem } = drag.over;
    if (problem !== null) return sentenceNow(`diagnostic.${problem.code}`, problem.values);
    const id = groupOfBody(document, body);
    const group = id === undefined ? undefined : document.groups.get(id);
    if (group === undefined) return t('canvas.movesOut');
    const branch = group.kind === 'branches' ? group.branches.findIndex((one) => one.body === body) : -1;
    const name =
      group.kind === 'branches' && branch >= 0
        ? sentenceOfBranch(document, group, branch, t)
        : sentenceOfGroup(document, group, t);
    return t('canvas.movesInto', { name });
  });
  return (
    <div role="status" className={words === '' ? '' : (classes.hint ?? '')} data-refused={isRefused}>
      {words}
    </div>
  );
}
