import type { IDockviewPanelHeaderProps } from 'dockview-react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../state/app-state.ts';
import { useApp } from '../state/store.ts';
import classes from './PanelTab.module.css';
import type { FixedPanelId, START_PANEL } from './panel-ids.ts';

/** The tab of a fixed panel: its name, and for problems their number. */
export function PanelTab({ api }: IDockviewPanelHeaderProps) {
  const { t } = useTranslation();
  const id = api.id as FixedPanelId | typeof START_PANEL;
  return (
    <span className={classes.tab}>
      {t(`panels.${id}`)}
      {id === 'problems' && <ProblemCount />}
    </span>
  );
}

function ProblemCount() {
  const count = useApp(selectProblemCount);
  const errors = useApp(selectErrorCount);
  if (count === 0) return null;
  return <span className={errors > 0 ? classes.errorCount : classes.count}>{count}</span>;
}

function selectProblemCount(state: AppState): number {
  const tab = state.documents.active === null ? undefined : state.documents.tabs.get(state.documents.active);
  return tab?.analysis.diagnostics.length ?? 0;
}

function selectErrorCount(state: AppState): number {
  const tab = state.documents.active === null ? undefined : state.documents.tabs.get(state.documents.active);
  return tab?.analysis.counts.error ?? 0;
}
