import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The SHA-256 of a component's text, hexadecimal, with line endings as `\n`, so that a check-out on Windows is the same
 * component. KFP SDK: `_load_component_spec_from_component_text` normalises them too.
 */
export function digestOfText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.replaceAll('\r\n', '\n'))));
}
