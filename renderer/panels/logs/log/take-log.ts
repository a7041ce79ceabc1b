import i18next from 'i18next';
import { formatBytes } from '../../../i18n/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { toast } from '../../../parts/toast.tsx';
import { callHost } from '../../../state/host-access.ts';
import { stripAnsi } from './ansi.ts';
import type { LogPlace } from './use-log.ts';

/** The most that goes to the clipboard. */
const COPY_BYTES = 4 * 1024 * 1024;
const READ_BYTES = 4 * 1024 * 1024;

/** Copies the log as plain text; of a long one its end, and says so. */
export async function copyLog(place: LogPlace): Promise<void> {
  const { text, size, start, end } = await callHost('runs.log', { ...place, offset: -COPY_BYTES, limit: COPY_BYTES });
  await navigator.clipboard.writeText(stripAnsi(text));
  const amount = formatBytes(end - start, currentLanguage());
  const message = end - start < size ? i18next.t('logView.copiedEnd', { amount }) : i18next.t('common.copied');
  toast({ message, kind: 'good', id: 'copied' });
}

/** Saves the whole log as a file, as it is. */
export async function downloadLog(place: LogPlace): Promise<void> {
  const parts: string[] = [];
  for (let offset = 0; ; ) {
    const slice = await callHost('runs.log', { ...place, offset, limit: READ_BYTES });
    parts.push(slice.text);
    if (slice.end <= offset || slice.end >= slice.size) break;
    offset = slice.end;
  }
  const address = URL.createObjectURL(new Blob(parts, { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${place.runId}-${place.taskKey.replace(/[^\w.-]+/g, '_')}-${place.attempt}.log`;
  link.click();
  // The browser has taken the address over when the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
