import { Button } from '@mantine/core';
import { applyFix } from '../../../../src/analysis/apply-fix.ts';
import type { Diagnostic } from '../../../../src/analysis/diagnostic.ts';
import { diagnosticSentence } from '../../../../src/words/sentences.ts';
import { useLanguage, useSentence } from '../../../i18n/use-sentence.ts';
import { SeverityIcon } from '../../../parts/SeverityIcon.tsx';
import type { TabId } from '../../../state/documents-slice.ts';
import { editDocument } from '../../../state/edits.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import classes from './Fields.module.css';

interface FieldProblemsProps {
  readonly tabId: TabId;
  readonly problems: readonly Diagnostic[];
}

/** What is wrong here, with what mends it. */
export function FieldProblems({ tabId, problems }: FieldProblemsProps) {
  const language = useLanguage();
  const say = useSentence();
  const canEdit = useCanEdit(tabId);
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {problems.map((diagnostic, index) => (
        // Two problems of one field may have the same code.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew with every check
        <li key={`${diagnostic.code} ${index}`} className={classes.problem} data-problem={diagnostic.code}>
          <SeverityIcon severity={diagnostic.severity} size={14} />
          <span>
            {diagnosticSentence(language, diagnostic)}
            {canEdit &&
              diagnostic.fixes.map((fix) => (
                <Button
                  key={JSON.stringify(fix.change)}
                  className={classes.fix ?? ''}
                  variant="subtle"
                  size="compact-xs"
                  onClick={() => editDocument(tabId, (document) => applyFix(document, fix))}
                >
                  {say(`fix.${fix.change.kind}`, fix.values)}
                </Button>
              ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
