import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTaskEnded, type TaskRun } from '../../../../src/run/run-state.ts';
import { EmptyPlace } from '../../../parts/EmptyPlace.tsx';
import classes from './Log.module.css';
import { LogLines } from './LogLines.tsx';
import { LogToolbar } from './LogToolbar.tsx';
import { type LogPlace, useLog } from './use-log.ts';
import { useLogSearch } from './use-log-search.ts';

export interface LogViewProps {
  readonly place: LogPlace;
  readonly task: TaskRun;
}

/** The log of one try of a task: follows, searches, and never holds more than a window of it. */
export function LogView({ place, task }: LogViewProps) {
  const { t } = useTranslation();
  const log = useLog(place, task.phase);
  const search = useLogSearch(place, log.window.size, log.reader);
  const [wrap, setWrap] = useState(true);
  const searchField = useRef<HTMLInputElement>(null);
  const view = useRef<HTMLDivElement>(null);
  useFindKey(view, searchField);
  const line = search.matches[search.current]?.line ?? null;
  return (
    <div ref={view} className={classes.view}>
      <LogToolbar place={place} log={log} search={search} wrap={wrap} onWrap={setWrap} searchField={searchField} />
      {log.lines.length === 0 ? (
        <EmptyPlace title={t(isTaskEnded(task.phase) ? emptyReason(task) : 'logView.nothingYet')} />
      ) : (
        <LogLines log={log} query={search.query} currentLine={line} wrap={wrap} />
      )}
    </div>
  );
}

/** Ctrl+F or Cmd+F in a log searches the log. */
function useFindKey(view: RefObject<HTMLElement | null>, searchField: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
      searchField.current?.focus();
      event.preventDefault();
      event.stopPropagation();
    };
    const element = view.current;
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [view, searchField]);
}

function emptyReason(task: TaskRun): 'logView.fromCache' | 'logView.notStarted' | 'logView.empty' {
  if (task.phase === 'cached') return 'logView.fromCache';
  return task.startedAt === undefined ? 'logView.notStarted' : 'logView.empty';
}
