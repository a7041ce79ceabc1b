import { isPythonFloat } from '../yaml/yaml-tree.ts';
import type { ScalarValue } from './file-node.ts';

/** What stands without quotes in every YAML version, in block and in flow. */
const PLAIN = /^[\p{L}\p{N}_/.-][\p{L}\p{N}_/.@+:%=~() -]*$/u;
/** YAML 1.1 reads these as booleans, nulls or merge keys. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|~|=|<<)$/i;
/** Everything that some YAML version may read as a number, a time or a date. */
const NUMBER_LIKE = /^[-+.]*[0-9][0-9_.:eExXoObBa-fA-FtTzZ+ -]*$|^[-+]?\.(?:inf|nan)$/i;

/** The text of a scalar on one line. */
export function scalarText(value: ScalarValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? integerText(value) : floatText(value);
  if (isPythonFloat(value)) return floatText(value.pythonFloat);
  return isPlainText(value) ? value : quotedText(value);
}

/** Whether text can stand without quotes and is read as the same text by every YAML version. */
function isPlainText(text: string): boolean {
  return (
    PLAIN.test(text) &&
    !WORDS.test(text) &&
    !NUMBER_LIKE.test(text) &&
    !/^-(?![-\p{L}])|^---|^\.{1,3}$|: |:$| $/u.test(text)
  );
}

/** Text in double quotes. YAML's escapes include those of JSON; what breaks lines or cannot be seen is escaped. */
export function quotedText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function integerText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
}

/** A float always has a point, so that PyYAML reads it as one (`1.0e+21`). */
function floatText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  const text = Object.is(value, -0) ? '-0' : String(value);
  if (text.includes('.')) return text;
  return text.includes('e') ? text.replace('e', '.0e') : `${text}.0`;
}

/**
 * The lines of text as a literal block (`|`, `|-`), without indentation, or nothing where a literal cannot hold the
 * text exactly: leading space, more than one line end at the end, characters that must be escaped.
 */
export function literalLines(text: string): { readonly header: string; readonly lines: readonly string[] } | undefined {
  if (!text.includes('\n') || /^[\s]|\n\n$/.test(text) || !isPrintable(text)) return undefined;
  const ended = text.endsWith('\n');
  const lines = (ended ? text.slice(0, -1) : text).split('\n');
  return { header: ended ? '|' : '|-', lines };
}

function isPrintable(text: string): boolean {
  return !/[^\n\t\u0020-\u007e\u00a0-\u00ac\u00ae-\u2027\u2030-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10fffd}]/u.test(
    text,
  );
}
