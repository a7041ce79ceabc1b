/**
 * Orders texts as Python orders strings: by code point. JavaScript's own order is by UTF-16 unit and puts
 * characters beyond U+FFFF before U+E000.
 */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    if (left.charCodeAt(index) !== right.charCodeAt(index)) return rank(left, index) - rank(right, index);
  }
  return left.length - right.length;
}

/** Puts units of a surrogate pair, which stand for a character beyond U+FFFF, after every other unit. */
function rank(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const opens = isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(index + 1));
  const closes = isLowSurrogate(unit) && isHighSurrogate(text.charCodeAt(index - 1));
  return opens || closes ? unit + 0x10000 : unit;
}

/** The number of code points, which is Python's `len`. */
export function countCodePoints(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) {
      count -= 1;
      index += 1;
    }
  }
  return count;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
