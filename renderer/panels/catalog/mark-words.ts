/** A piece of a text, found or not. */
export interface TextPiece {
  readonly text: string;
  readonly isFound: boolean;
}

/** Splits a text at the places where one of the words begins or stands, whatever the case. */
export function markWords(text: string, words: readonly string[]): readonly TextPiece[] {
  const wanted = words.filter((word) => word !== '').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (wanted.length === 0) return [{ text, isFound: false }];
  const pieces = text.split(new RegExp(`(${wanted.join('|')})`, 'giu'));
  return pieces.flatMap((piece, index) => (piece === '' ? [] : [{ text: piece, isFound: index % 2 === 1 }]));
}
