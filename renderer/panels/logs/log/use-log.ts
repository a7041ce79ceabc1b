import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { isTaskEnded, type TaskPhase } from '../../../../src/run/run-state.ts';
import { perform } from '../../../commands/run-command.ts';
import { callHost, getHost } from '../../../state/host-access.ts';
import { useApp } from '../../../state/store.ts';
import { type LogLine, linesOf } from './log-lines.ts';
import { createLogReader, type LogReader } from './log-reader.ts';
import type { LogWindow } from './log-window.ts';

/** Which log: one try of one task of one run. */
export interface LogPlace {
  readonly runId: string;
  readonly taskKey: string;
  readonly attempt: number;
}

export interface Log {
  readonly reader: LogReader;
  readonly window: LogWindow;
  readonly lines: readonly LogLine[];
  readonly following: boolean;
}

/** Reads a log and follows it while the task goes on. */
export function useLog(place: LogPlace, phase: TaskPhase): Log {
  const { runId, taskKey, attempt } = place;
  const { reader, subscribe } = useReader(place);
  const window = useSyncExternalStore(subscribe, reader.window);
  const following = useSyncExternalStore(subscribe, reader.isFollowing);
  const lines = useMemo(() => linesOf(window), [window]);
  const online = useApp((state) => state.live.connection === 'online');
  useEffect(() => {
    if (online) void perform(reader.follow);
    return getHost().subscribe('run.logGrew', (told) => {
      const isOurs = told.runId === runId && told.taskKey === taskKey && told.attempt === attempt;
      if (isOurs) void perform(() => reader.grew(told.size));
    });
  }, [reader, runId, taskKey, attempt, online]);
  const ended = isTaskEnded(phase);
  useEffect(() => {
    if (ended) void perform(() => reader.grew(null));
  }, [reader, ended]);
  return { reader, window, lines, following };
}

/** The reader of a log with those who want to hear of its changes. */
function useReader({ runId, taskKey, attempt }: LogPlace): {
  readonly reader: LogReader;
  readonly subscribe: Subscribe;
} {
  return useMemo(() => {
    const listeners = new Set<() => void>();
    const changed = (): void => {
      for (const listener of listeners) listener();
    };
    const read = (offset: number, limit: number) => callHost('runs.log', { runId, taskKey, attempt, offset, limit });
    const subscribe: Subscribe = (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    return { reader: createLogReader(read, changed), subscribe };
  }, [runId, taskKey, attempt]);
}

type Subscribe = (listener: () => void) => () => void;
