const BEARER = /\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}/gi;
const ASSIGNED =
  /(["']?\b[\w-]*(?:token|password|passwd|secret|access_?key|api_?key|credential)[\w-]*["']?\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s,;&)}\]]+)/gi;

/** Takes out of a text what looks like a credential, and the values that are known to be secret. */
export function maskSecrets(text: string, secrets: Iterable<string> = []): string {
  let masked = text;
  for (const secret of secrets) masked = masked.replaceAll(secret, '•••');
  return masked.replace(BEARER, '$1 •••').replace(ASSIGNED, '$1•••');
}
