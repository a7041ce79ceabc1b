import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { applyFix } from '../../../src/analysis/apply-fix.ts';
import type { Diagnostic, Fix } from '../../../src/analysis/diagnostic.ts';
import type { FileProblem } from '../../../src/file/file-problem.ts';
import { severityOfFileProblem } from '../../../src/file/problem-kinds.ts';
import { nameOfNode } from '../../../src/model/document-path.ts';
import { diagnosticSentence } from '../../../src/words/sentences.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { SeverityIcon } from '../../parts/SeverityIcon.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import { editDocument } from '../../state/edits.ts';
import { useCanEdit } from '../../state/hooks.ts';
import { goToPlace, hoverPlace } from '../../state/looking.ts';
import { getState } from '../../state/store.ts';
import type { Problem } from './list-problems.ts';
import classes from './Problems.module.css';

/** One problem: its sentence, its place to jump to, and what mends it. */
export function ProblemRow({ tabId, problem }: { readonly tabId: TabId; readonly problem: Problem }) {
  if (problem.kind === 'file') return <FileProblemRow problem={problem.problem} />;
  return <DiagnosticRow tabId={tabId} diagnostic={problem.diagnostic} />;
}

function DiagnosticRow({ tabId, diagnostic }: { readonly tabId: TabId; readonly diagnostic: Diagnostic }) {
  const language = useLanguage();
  const canEdit = useCanEdit(tabId);
  const { place, severity, fixes } = diagnostic;
  return (
    <li
      className={classes.row}
      data-problem={diagnostic.code}
      onPointerEnter={() => hoverPlace(place)}
      onPointerLeave={() => hoverPlace(null)}
    >
      <button type="button" className={classes.jump} onClick={() => goToPlace(tabId, place)}>
        <SeverityIcon severity={severity} />
        <span className={classes.sentence}>{diagnosticSentence(language, diagnostic)}</span>
        <span className={classes.place}>{placeName(tabId, diagnostic)}</span>
      </button>
      {canEdit && fixes.map((fix) => <FixButton key={JSON.stringify(fix.change)} tabId={tabId} fix={fix} />)}
    </li>
  );
}

function FixButton({ tabId, fix }: { readonly tabId: TabId; readonly fix: Fix }) {
  const say = useSentence();
  return (
    <Button
      variant="default"
      size="compact-xs"
      className={classes.fix ?? ''}
      onClick={() => editDocument(tabId, (document) => applyFix(document, fix))}
    >
      {say(`fix.${fix.change.kind}`, fix.values)}
    </Button>
  );
}

function FileProblemRow({ problem }: { readonly problem: FileProblem }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <li className={classes.row} data-problem={`file.${problem.code}`}>
      <span className={classes.jump}>
        <SeverityIcon severity={severityOfFileProblem(problem.code)} />
        <span className={classes.sentence}>{say(`file.${problem.code}`, problem.values)}</span>
        <span className={classes.place}>{t('problems.line', { line: problem.line })}</span>
      </span>
    </li>
  );
}

/** The place as people read it: the task and its port, or the pipeline's input or output. */
function placeName(tabId: TabId, { place }: Diagnostic): string {
  const document = getState().documents.tabs.get(tabId)?.document;
  if (document === undefined) return '';
  const node = place.node === undefined ? undefined : nameOfNode(document, place.node);
  return [node, place.port?.id ?? place.pipelinePort?.name].filter((part) => part !== undefined).join(' · ');
}
