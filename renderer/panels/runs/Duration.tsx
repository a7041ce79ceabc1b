import { formatDuration } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/use-sentence.ts';
import { useNow } from './use-now.ts';

export interface DurationProps {
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
}

/** How long something took, or has been going on. Nothing before it started. */
export function Duration({ startedAt, endedAt }: DurationProps) {
  const language = useLanguage();
  const isGoing = startedAt !== undefined && endedAt === undefined;
  const now = useNow(isGoing);
  if (startedAt === undefined) return null;
  const length = (endedAt ?? Math.max(now, startedAt)) - startedAt;
  // Parts of a second of something that goes on would only flicker.
  return formatDuration(isGoing ? Math.max(1_000, Math.floor(length / 1_000) * 1_000) : length, language);
}
