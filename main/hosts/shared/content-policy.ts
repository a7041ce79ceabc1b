/** What stands for the nonce in the built page. */
const NONCE_PLACE = /__CSP_NONCE__/g;

/** The page's content policy: our own files, and styles that carry this load's nonce. Outputs are framed from their own origin. */
export function contentPolicy(nonce: string, self = "'self'"): string {
  return [
    "default-src 'none'",
    `script-src ${self} 'nonce-${nonce}'`,
    `style-src ${self} 'nonce-${nonce}'`,
    `img-src ${self} data: blob:`,
    `font-src ${self} data:`,
    `connect-src ${self}`,
    `worker-src ${self}`,
    `manifest-src ${self}`,
    'frame-src http://127.0.0.1:*',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Puts the nonce of this load into the page's text, also on the scripts and styles that the build added. */
export function addNonce(html: string, nonce: string): string {
  return html.replace(NONCE_PLACE, nonce).replace(/<(script|style)(?![^>]*\snonce=)/g, `<$1 nonce="${nonce}"`);
}
