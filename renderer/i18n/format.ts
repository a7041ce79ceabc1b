import type { Language } from '../../src/words/sentence.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A length of time for people: `340 ms`, `4.2 s`, `3 min 12 s`, `2 h 5 min`. Milliseconds in. */
export function formatDuration(milliseconds: number, language: Language): string {
  const unit = (value: number, name: string, digits = 0): string =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  if (milliseconds < 1_000) return unit(Math.max(0, Math.round(milliseconds)), 'millisecond');
  if (milliseconds < MINUTE) return unit(milliseconds / 1_000, 'second', milliseconds < 10_000 ? 1 : 0);
  if (milliseconds < HOUR) {
    return `${unit(Math.floor(milliseconds / MINUTE), 'minute')} ${unit(Math.floor((milliseconds % MINUTE) / 1_000), 'second')}`;
  }
  return `${unit(Math.floor(milliseconds / HOUR), 'hour')} ${unit(Math.floor((milliseconds % HOUR) / MINUTE), 'minute')}`;
}

/** Date and time for people. Milliseconds since 1970 in. */
export function formatDateTime(time: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** How long ago, in the largest unit that fits: `5 minutes ago`, `yesterday`. */
export function formatAgo(time: number, now: number, language: Language): string {
  const seconds = Math.round((time - now) / 1_000);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const steps = [
    ['second', 60],
    ['minute', 60],
    ['hour', 24],
    ['day', 30],
    ['month', 12],
  ] as const;
  let value = seconds;
  for (const [unit, size] of steps) {
    if (Math.abs(value) < size) return format.format(value, unit);
    value = Math.trunc(value / size);
  }
  return format.format(value, 'year');
}

/** A size in bytes for people: `1.4 MB`. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** step;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    // The short form of a byte has no plural.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 || value >= 100 ? 0 : 1,
  }).format(value);
}
