import type { PaletteEntry } from './palette-entries.ts';

const LIMIT = 60;

/** The entries a query means, best first: every word must be found; starts of words count more than middles. */
export function matchEntries(entries: readonly PaletteEntry[], query: string): readonly PaletteEntry[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return entries.slice(0, LIMIT);
  const scored: { readonly entry: PaletteEntry; readonly score: number }[] = [];
  for (const entry of entries) {
    const score = scoreOf(fold(`${entry.label} ${entry.kind === 'task' ? (entry.hint ?? '') : ''}`), words);
    if (score > 0) scored.push({ entry, score });
  }
  scored.sort((left, right) => right.score - left.score || left.entry.label.length - right.entry.label.length);
  return scored.slice(0, LIMIT).map(({ entry }) => entry);
}

function scoreOf(text: string, words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    if (at === 0) score += 4;
    else score += /[\s\-_]/.test(text[at - 1] ?? '') ? 3 : 1;
  }
  return score;
}

/** Lower case without accents, so that `fenetre` finds `Fenêtre`. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
}
