const SECRET_WORDS =
  /(^|[_-])(password|passwd|pwd|token|secret|credentials?|access[_-]?key|secret[_-]?key|api[_-]?key|private[_-]?key)($|[_-])/i;

/** Guesses from its name whether an input holds a secret. The author's own mark wins over the guess. */
export function guessSecret(inputName: string): boolean {
  return SECRET_WORDS.test(inputName);
}
