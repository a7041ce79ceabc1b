import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { perform } from '../../../commands/run-command.ts';
import { REACHABLE } from '../reachable.ts';
import { readAnsi, type StyledText } from './ansi.ts';
import classes from './Log.module.css';
import type { LogLine } from './log-lines.ts';
import { type LogQuery, markMatches } from './log-search.ts';
import type { Log } from './use-log.ts';

const LINE_HEIGHT = 18;
/** This close to the end, in pixels, counts as at the end. */
const NEAR_END = 12;
/** More is read when no more than this many lines are left before or after what is seen. */
const READ_ON_LINES = 200;

export interface LogLinesProps {
  readonly log: Log;
  readonly query: LogQuery;
  /** The number of the line that was searched for last. */
  readonly currentLine: number | null;
  readonly wrap: boolean;
}

/** The lines that are in view. Reads on at both ends; scrolling up stops following. */
export function LogLines({ log, query, currentLine, wrap }: LogLinesProps) {
  const { t } = useTranslation();
  const { lines, reader, window, following } = log;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 20,
  });
  useKeptPlace(virtual, log, scroller);
  useCurrentLine(virtual, lines, currentLine);
  const items = virtual.getVirtualItems();
  const firstSeen = items[0]?.index ?? 0;
  const lastSeen = items.at(-1)?.index ?? 0;
  const startsBefore = (window.segments[0]?.start ?? 0) > 0;
  useEffect(() => {
    if (startsBefore && firstSeen < READ_ON_LINES && !following) void perform(reader.readBefore);
  }, [startsBefore, firstSeen, following, reader]);
  useEffect(() => {
    if (!following && lastSeen > lines.length - READ_ON_LINES) void perform(reader.readAfter);
  }, [following, lastSeen, lines.length, reader]);
  const onScroll = (): void => {
    const element = scroller.current;
    if (element === null) return;
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (following && left > NEAR_END * 4) reader.stopFollowing();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Home') void perform(reader.toStart);
    else if (event.key === 'End') void perform(reader.follow);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-wrap={wrap}
      role="log"
      aria-live="off"
      aria-label={t('logView.name')}
      {...REACHABLE}
      onWheel={(event) => event.deltaY < 0 && reader.stopFollowing()}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div className={classes.lines} style={{ height: virtual.getTotalSize() }}>
        <div style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
          {items.map(({ index, key }) => {
            const line = lines[index];
            if (line === undefined) return null;
            const isCurrent = currentLine !== null && line.number === currentLine;
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.line}
                data-current={isCurrent || undefined}
              >
                <span className={classes.number} aria-hidden={true}>
                  {line.number}
                </span>
                <LineText text={line.text} query={query} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

type LineVirtualizer = Virtualizer<HTMLDivElement, Element>;

/** At the end while following; otherwise the line one looks at stays where it is while more is read before it. */
function useKeptPlace(
  virtual: LineVirtualizer,
  { lines, following }: Log,
  scroller: { readonly current: HTMLDivElement | null },
): void {
  const seen = useRef<{ readonly key: string; readonly from: number } | null>(null);
  const before = useRef(lines);
  useLayoutEffect(() => {
    if (following && lines.length > 0) virtual.scrollToIndex(lines.length - 1, { align: 'end' });
  }, [following, lines, virtual]);
  useLayoutEffect(() => {
    const areOther = before.current !== lines;
    before.current = lines;
    const anchor = seen.current;
    // What was seen is only noted while the lines are the ones it was seen among.
    if (!areOther) seen.current = placeSeen(virtual, lines);
    if (!areOther || following || anchor === null || scroller.current === null) return;
    const index = lines.findIndex((line) => line.key === anchor.key);
    if (index !== -1)
      return virtual.scrollToOffset((virtual.getOffsetForIndex(index, 'start')?.[0] ?? 0) + anchor.from);
    // Another part of the log begins at its top.
    seen.current = lines[0] === undefined ? null : { key: lines[0].key, from: 0 };
    virtual.scrollToOffset(0);
  });
}

function placeSeen(
  virtual: LineVirtualizer,
  lines: readonly LogLine[],
): { readonly key: string; readonly from: number } | null {
  const top = virtual.scrollOffset ?? 0;
  const first = virtual.getVirtualItems().find((item) => item.end > top);
  const key = first === undefined ? undefined : lines[first.index]?.key;
  return first === undefined || key === undefined ? null : { key, from: top - first.start };
}

function useCurrentLine(virtual: LineVirtualizer, lines: readonly LogLine[], currentLine: number | null): void {
  const shown = useRef<number | null>(null);
  useEffect(() => {
    if (currentLine === shown.current) return;
    const index = currentLine === null ? -1 : lines.findIndex((line) => line.number === currentLine);
    if (currentLine !== null && index === -1) return;
    shown.current = currentLine;
    if (index !== -1) virtual.scrollToIndex(index, { align: 'center' });
  }, [currentLine, lines, virtual]);
}

const LineText = memo(function LineText({ text, query }: { readonly text: string; readonly query: LogQuery }) {
  return (
    <span className={classes.text}>
      {readAnsi(text).map((part) => (
        <StyledPart key={part.at} part={part} query={query} />
      ))}
    </span>
  );
});

function StyledPart({ part, query }: { readonly part: StyledText; readonly query: LogQuery }) {
  const { text, colour, bold = false, dim = false } = part;
  const marked = markMatches(text, query).map(({ text: piece, at, marked: isMarked }) =>
    isMarked ? <mark key={at}>{piece}</mark> : piece,
  );
  if (colour === undefined && !bold && !dim) return marked;
  return (
    <span data-colour={colour} data-bold={bold || undefined} data-dim={dim || undefined}>
      {marked}
    </span>
  );
}
