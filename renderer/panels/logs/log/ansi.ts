/** A run of characters that look alike. */
export interface StyledText {
  readonly text: string;
  /** Where it begins in the line. */
  readonly at: number;
  readonly colour?: AnsiColour;
  readonly bold?: boolean;
  readonly dim?: boolean;
}

export const ANSI_COLOURS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;
export type AnsiColour = (typeof ANSI_COLOURS)[number];

// ECMA-48: CSI sequences; OSC sequences end with BEL or ST.
const ESCAPE = String.fromCharCode(0x1b);
const BELL = String.fromCharCode(0x07);
const SEQUENCE = new RegExp(
  `${ESCAPE}(?:\\[([0-9;:?]*)([ -/]*[@-~])|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)|[@-Z\\\\-_])`,
  'g',
);

type Look = Omit<StyledText, 'text' | 'at'>;

/** Splits a line at its terminal codes: colour and weight are kept, everything else is taken out. */
export function readAnsi(line: string): readonly StyledText[] {
  if (!line.includes(ESCAPE)) return line === '' ? [] : [{ text: line, at: 0 }];
  const parts: StyledText[] = [];
  let look: Look = {};
  let at = 0;
  for (const match of line.matchAll(SEQUENCE)) {
    if (match.index > at) parts.push({ text: line.slice(at, match.index), at, ...look });
    if (match[2] === 'm') look = changeLook(look, match[1] ?? '');
    at = match.index + match[0].length;
  }
  if (at < line.length) parts.push({ text: line.slice(at), at, ...look });
  return parts;
}

/** A line without its terminal codes. */
export function stripAnsi(text: string): string {
  return text.replace(SEQUENCE, '');
}

/** ECMA-48: Select Graphic Rendition. Colours beyond the sixteen and backgrounds are passed over. */
function changeLook(look: Look, codes: string): Look {
  let next = look;
  const numbers = codes.split(/[;:]/).map(Number);
  for (let index = 0; index < numbers.length; index += 1) {
    const code = numbers[index] ?? 0;
    if (code === 38 || code === 48) {
      index += numbers[index + 1] === 5 ? 2 : 4;
      continue;
    }
    next = applyCode(next, code);
  }
  return next;
}

function applyCode(look: Look, code: number): Look {
  if (code === 0) return {};
  if (code === 1) return { ...look, bold: true };
  if (code === 2) return { ...look, dim: true };
  if (code === 22) return without(look, 'bold', 'dim');
  if (code === 39) return without(look, 'colour');
  const colour = ANSI_COLOURS[code >= 90 && code <= 97 ? code - 90 : code - 30];
  return colour === undefined ? look : { ...look, colour };
}

function without(look: Look, ...names: readonly (keyof Look)[]): Look {
  return Object.fromEntries(Object.entries(look).filter(([name]) => !names.includes(name as keyof Look)));
}
