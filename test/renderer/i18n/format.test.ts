import { describe, expect, it } from 'vitest';
import { formatAgo, formatBytes, formatDuration } from '../../../renderer/i18n/format.ts';
import { resolveLanguage } from '../../../renderer/i18n/resolve-language.ts';

/** Intl puts narrow spaces in; to readers they are spaces. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

describe('formatDuration', () => {
  it.each([
    [0, '0 ms', '0 ms'],
    [340, '340 ms', '340 ms'],
    [4_230, '4.2 sec', '4,2 s'],
    [42_900, '43 sec', '43 s'],
    [192_000, '3 min 12 sec', '3 min 12 s'],
    [7_500_000, '2 hr 5 min', '2 h 5 min'],
  ])('writes %d ms', (milliseconds, english, french) => {
    expect(plain(formatDuration(milliseconds, 'en'))).toBe(english);
    expect(plain(formatDuration(milliseconds, 'fr'))).toBe(french);
  });
});

describe('formatAgo', () => {
  const now = Date.UTC(2026, 4, 10, 12);
  it.each([
    [5_000, '5 seconds ago'],
    [5 * 60_000, '5 minutes ago'],
    [26 * 3_600_000, 'yesterday'],
    [3 * 86_400_000, '3 days ago'],
    [70 * 86_400_000, '2 months ago'],
    [800 * 86_400_000, '2 years ago'],
  ])('writes %d ms before', (before, words) => {
    expect(formatAgo(now - before, now, 'en')).toBe(words);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_400, '1.4 kB'],
    [123_456_789, '123 MB'],
    [5_000_000_000, '5 GB'],
  ])('writes %d', (bytes, words) => {
    expect(plain(formatBytes(bytes, 'en'))).toBe(words);
  });
});

describe('resolveLanguage', () => {
  it.each([
    ['en', ['fr-CA'], 'en'],
    ['fr', ['en'], 'fr'],
    ['system', ['fr-CA', 'en'], 'fr'],
    ['system', ['de', 'fr'], 'fr'],
    ['system', ['de'], 'en'],
    ['system', ['french', 'en-GB'], 'en'],
    ['system', [], 'en'],
  ] as const)('%s in a browser of %o is %s', (setting, browser, language) => {
    expect(resolveLanguage(setting, browser)).toBe(language);
  });
});
