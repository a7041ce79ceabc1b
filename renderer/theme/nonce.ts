/** The nonce of this page load, by which the content policy lets generated style elements in. Empty where none is set. */
export function readStyleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
