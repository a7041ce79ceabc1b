/** Text as it is worked on, with what is to be put back when it is written. */
export interface NormalisedText {
  /** LF line ends, no byte order mark. */
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly carriageReturns: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';

/** Takes off the byte order mark and makes all line ends LF. The majority decides what is written again. */
export function normaliseText(raw: string): NormalisedText {
  const byteOrderMark = raw.startsWith(BYTE_ORDER_MARK);
  const text = byteOrderMark ? raw.slice(1) : raw;
  if (!text.includes('\r')) return { text, byteOrderMark, carriageReturns: false };
  const pairs = text.split('\r\n').length - 1;
  const lineFeeds = text.split('\n').length - 1;
  return { text: text.replace(/\r\n?/g, '\n'), byteOrderMark, carriageReturns: pairs > lineFeeds - pairs };
}

/** Puts the byte order mark and the line ends back. */
export function restoreText(text: string, from: NormalisedText): string {
  const ended = from.carriageReturns ? text.replaceAll('\n', '\r\n') : text;
  return from.byteOrderMark ? BYTE_ORDER_MARK + ended : ended;
}
