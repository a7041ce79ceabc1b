import type { ComponentKey } from './ids.ts';

const DIGEST_LENGTH = 12;

/** The key of an embedded component: its sanitised name and the first 12 hex digits of its text's SHA-256. */
export function componentKeyOf(name: string, digest: string): ComponentKey {
  return `${name}@${digest.slice(0, DIGEST_LENGTH)}` as ComponentKey;
}

/** The name part of a component key: the base of task names. */
export function nameOfComponentKey(key: ComponentKey): string {
  const at = key.lastIndexOf('@');
  return at < 0 ? key : key.slice(0, at);
}

/** The digest part of a component key (12 hex digits), or an empty string. */
export function digestOfComponentKey(key: ComponentKey): string {
  const at = key.lastIndexOf('@');
  return at < 0 ? '' : key.slice(at + 1);
}

/** Whether a component's text (by its SHA-256 in hex) is the one a key was made from. */
export function isKeyOfDigest(key: ComponentKey, digest: string): boolean {
  return digestOfComponentKey(key) === digest.slice(0, DIGEST_LENGTH);
}
