import type { FileFailure } from './file-problem.ts';

/** The most characters a pipeline file may have: enough for tens of thousands of tasks. */
const SIZE_LIMIT = 16 * 1024 * 1024;

/** What makes a text unfit before it is parsed: size, binary content, conflict markers. */
export function checkText(text: string): FileFailure | undefined {
  if (text.length > SIZE_LIMIT) {
    return { code: 'too-large', values: { megabytes: Math.ceil(text.length / 1024 / 1024), limit: 16 } };
  }
  if (text.includes('\0')) return { code: 'binary', values: {} };
  const marker = /^(?:<{7}|>{7}|\|{7})(?: |$)/m.exec(text);
  if (marker === null) return undefined;
  const line = text.slice(0, marker.index).split('\n').length;
  return { code: 'conflict-markers', values: { line }, line };
}
