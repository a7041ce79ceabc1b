import type { IDockviewPanelHeaderProps } from 'dockview-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../state/app-state.ts';
import { countProblems, type ProblemCounts } from '../state/problem-counts.ts';
import { useApp } from '../state/store.ts';
import { useKeepOpen } from './keep-open.ts';
import classes from './PanelTab.module.css';
import type { FixedPanelId, START_PANEL } from './panel-ids.ts';

/** The tab of a fixed panel: its name, and for problems their number. The dock reads the title out for the region. */
export function PanelTab({ api }: IDockviewPanelHeaderProps) {
  const { t } = useTranslation();
  const id = api.id as FixedPanelId | typeof START_PANEL;
  const problems = useApp(selectProblemCount);
  const errors = useApp(selectErrorCount);
  const count = id === 'problems' ? problems : 0;
  const name = t(`panels.${id}`);
  const element = useRef<HTMLSpanElement>(null);
  useKeepOpen(element, api);
  useEffect(() => api.setTitle(count === 0 ? name : `${name} ${count}`), [api, name, count]);
  return (
    <span ref={element} className={classes.tab}>
      {name} {count > 0 && <span className={errors > 0 ? classes.errorCount : classes.count}>{count}</span>}
    </span>
  );
}

function selectProblemCount(state: AppState): number {
  const { error, warning, info } = selectCounts(state);
  return error + warning + info;
}

function selectErrorCount(state: AppState): number {
  return selectCounts(state).error;
}

function selectCounts({ documents }: AppState): ProblemCounts {
  const tab = documents.active === null ? undefined : documents.tabs.get(documents.active);
  return tab === undefined ? { error: 0, warning: 0, info: 0 } : countProblems(tab);
}
