/** Languages the product speaks. */
export type Language = 'en' | 'fr';

/** Values that fill a sentence. Lists are joined in the language's way. */
export type SentenceValues = { readonly [name: string]: string | number | readonly string[] };

/** Keys to sentences with `{name}` places. */
export type SentenceTable = { readonly [key: string]: string };

const PLACE = /\{(\w+)\}/g;

/** Fills the `{name}` places of a sentence. A place without a value stays visible, so that the gap is noticed. */
export function fillSentence(sentence: string, values: SentenceValues, language: Language): string {
  return sentence.replace(PLACE, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'object' ? joinList(value, language) : String(value);
  });
}

/** Joins a list as people write it: `a, b and c`. */
export function joinList(items: readonly string[], language: Language): string {
  if (items.length < 2) return items.join('');
  const conjunction = language === 'fr' ? ' et ' : ' and ';
  return items.slice(0, -1).join(', ') + conjunction + items[items.length - 1];
}
