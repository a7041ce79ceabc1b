import { IconCircleCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Severity } from '../../../src/analysis/diagnostic.ts';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';
import type { AppState } from '../../state/app-state.ts';
import type { DocumentTab, TabId } from '../../state/documents-slice.ts';
import { selectActiveTab } from '../../state/hooks.ts';
import { useApp } from '../../state/store.ts';
import { listProblems, type Problem } from './list-problems.ts';
import { ProblemRow } from './ProblemRow.tsx';
import classes from './Problems.module.css';
import { SeverityFilter } from './SeverityFilter.tsx';

/** Mounting thousands of rows would hold the page up; this many are enough to work on. */
const SHOWN = 300;

/** What is wrong with the pipeline in front, as it is now. */
export function ProblemsPanel() {
  const { t } = useTranslation();
  const tabId = useApp(selectActiveTab);
  if (tabId === null) return <EmptyPlace title={t('problems.noPipeline')} />;
  return <TabProblems key={tabId} tabId={tabId} />;
}

function TabProblems({ tabId }: { readonly tabId: TabId }) {
  const { t } = useTranslation();
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const problems = useProblems(tabId);
  if (problems.length === 0) {
    return (
      <EmptyPlace
        icon={<IconCircleCheck size={26} stroke={1.5} />}
        title={t('problems.none')}
        hint={t('problems.noneHint')}
      />
    );
  }
  const shown = problems.filter((problem) => !hidden.has(problem.severity));
  return (
    <>
      <SeverityFilter problems={problems} hidden={hidden} onChange={setHidden} />
      <ul className={classes.list} aria-label={t('panels.problems')}>
        {shown.slice(0, SHOWN).map((problem, index) => (
          <ProblemRow key={keyOf(problem, index)} tabId={tabId} problem={problem} />
        ))}
      </ul>
      {shown.length > SHOWN && <p className={classes.more}>{t('problems.more', { count: shown.length - SHOWN })}</p>}
    </>
  );
}

function useProblems(tabId: TabId): readonly Problem[] {
  const diagnostics = useApp((state) => tabOf(state, tabId)?.analysis.diagnostics);
  const targetDiagnostics = useApp((state) => tabOf(state, tabId)?.output?.diagnostics);
  const fileProblems = useApp((state) => tabOf(state, tabId)?.fileProblems);
  return useMemo(
    () => listProblems({ file: fileProblems ?? [], live: diagnostics ?? [], target: targetDiagnostics ?? [] }),
    [diagnostics, targetDiagnostics, fileProblems],
  );
}

function tabOf(state: AppState, tabId: TabId): DocumentTab | undefined {
  return state.documents.tabs.get(tabId);
}

function keyOf(problem: Problem, index: number): string {
  if (problem.kind === 'file') return `file ${problem.problem.line} ${problem.problem.code} ${index}`;
  const { code, place } = problem.diagnostic;
  return `${code} ${place.pipeline} ${place.node ?? ''} ${place.port?.id ?? ''} ${index}`;
}
