import { useEffect, useRef, useState } from 'react';
import type { LogMatches } from '../../../../src/api/results.ts';
import { perform } from '../../../commands/run-command.ts';
import { callHost } from '../../../state/host-access.ts';
import type { LogReader } from './log-reader.ts';
import { isValidQuery, type LogMatch, type LogQuery, MATCH_LIMIT, stepMatch } from './log-search.ts';
import type { LogPlace } from './use-log.ts';

const TYPING_DELAY = 250;
/** A log that grows is searched again at most this often, in milliseconds. */
const GROWING_DELAY = 1_500;

export interface LogSearch {
  readonly query: LogQuery;
  readonly setQuery: (query: LogQuery) => void;
  readonly valid: boolean;
  readonly matches: readonly LogMatch[];
  /** There are more than were asked for. */
  readonly truncated: boolean;
  /** The match one stands at; -1 for none. */
  readonly current: number;
  readonly step: (step: 1 | -1) => void;
}

const NOTHING: LogMatches = { matches: [], truncated: false };

/** Searches the whole log on the host, while typing and again when it has grown. */
export function useLogSearch(place: LogPlace, size: number, reader: LogReader): LogSearch {
  const { runId, taskKey, attempt } = place;
  const [query, setQuery] = useState<LogQuery>({ text: '', regularExpression: false });
  const [found, setFound] = useState<LogMatches>(NOTHING);
  const [current, setCurrent] = useState(-1);
  const valid = isValidQuery(query);

  const searched = useRef<LogQuery | null>(null);

  useEffect(() => {
    if (!valid || size === 0) return setFound(NOTHING);
    let wanted = true;
    let underway = false;
    const isAgain = searched.current === query;
    const search = async (): Promise<void> => {
      const params = { runId, taskKey, attempt, query: query.text, regularExpression: query.regularExpression };
      underway = true;
      const result = await callHost('runs.searchLog', { ...params, limit: MATCH_LIMIT }).catch((error: unknown) => {
        // What nobody waits for any more was ended below.
        if (wanted) throw error;
        return NOTHING;
      });
      underway = false;
      if (!wanted) return;
      searched.current = query;
      setFound(result);
      if (!isAgain) setCurrent(-1);
    };
    const timer = setTimeout(() => void perform(search), isAgain ? GROWING_DELAY : TYPING_DELAY);
    return () => {
      wanted = false;
      clearTimeout(timer);
      if (underway) void callHost('runs.endSearch', { runId });
    };
  }, [query, valid, runId, taskKey, attempt, size]);

  const step = (by: 1 | -1): void => {
    const next = stepMatch(found.matches.length, current, by);
    const match = found.matches[next];
    if (match === undefined) return;
    setCurrent(next);
    void perform(() => reader.toLine(match.offset, match.line));
  };
  return { query, setQuery, valid, matches: found.matches, truncated: found.truncated, current, step };
}
