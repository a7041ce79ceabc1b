import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The secret of one launch: 32 random bytes in base64url, 43 characters. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether an `Authorization` header carries the token. The time it takes tells nothing about either. */
export function carriesToken(authorization: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

/** Digests are of one length, which `timingSafeEqual` asks for. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
