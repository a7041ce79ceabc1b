/**
 * A piece of Python code. What stands between brackets keeps its parts apart, so that it can be laid out on one line or
 * on several.
 */
export type Code = string | Bracketed;

export interface Bracketed {
  /** Everything up to and with the opening bracket: `train(`, `[`, `{`. */
  readonly head: string;
  readonly items: readonly Item[];
  /** The closing bracket and what follows it: `)`, `) as item:`. */
  readonly tail: string;
}

/** One part: what stands before it (`rows=`, `"a": `) and the part itself. */
export interface Item {
  readonly label: string;
  readonly code: Code;
}

/** Black's line length. */
const WIDTH = 88;
const INDENT = 4;

/** A call with keyword arguments. */
export function call(callee: string, items: readonly Item[]): Bracketed {
  return { head: `${callee}(`, items, tail: ')' };
}

/** A keyword argument or the entry of a dictionary. */
export function labelled(label: string, code: Code): Item {
  return { label, code };
}

/** A part with nothing before it. */
export function plain(code: Code): Item {
  return { label: '', code };
}

/** The same code with text before and behind it. */
export function wrapped(before: string, code: Code, behind = ''): Code {
  if (typeof code === 'string') return before + code + behind;
  return { head: before + code.head, items: code.items, tail: code.tail + behind };
}

/**
 * Lays code out as Black does: on one line where it fits, else with the arguments on a line of their own, else one part to
 * a line with a comma behind each, as lists and dictionaries always have. Gives the lines without the indentation of the first.
 */
export function layOut(code: Code, indent: number, before = 0, behind = 0): string {
  const flat = flatText(code);
  if (typeof code === 'string' || code.items.length === 0) return flat;
  if (!flat.includes('\n') && indent + before + flat.length + behind <= WIDTH) return flat;
  const [only] = code.items;
  // A text of several lines that stands alone stays with its brackets.
  if (only !== undefined && code.items.length === 1 && isText(only)) return flat;
  const called = /^([^(]*\()([^()]*)(\)\()$/.exec(code.head);
  if (called !== null && indent + before + code.head.length > WIDTH) {
    const [, opening = '', arguments_ = '', closing = ''] = called;
    const [outer, deeper] = [' '.repeat(indent), ' '.repeat(indent + INDENT)];
    const rest = layOut({ ...code, head: closing }, indent);
    return `${opening}\n${deeper}${arguments_}\n${outer}${rest}`;
  }
  const inner = indent + INDENT;
  const pad = ' '.repeat(inner);
  const together = code.items.map(flatItem).join(', ');
  // Black puts a comma behind the only parameter of a function.
  const comma = code.head.startsWith('def ') && code.items.length === 1 ? ',' : '';
  const closing = `${comma}\n${' '.repeat(indent)}${code.tail}`;
  const isCollection = /[[{]$/.test(code.head) && code.items.length > 1;
  if (!isCollection && !together.includes('\n') && inner + together.length + comma.length <= WIDTH)
    return `${code.head}\n${pad}${together}${closing}`;
  const lines = code.items.map(({ label, code: part }) => pad + label + layOut(part, inner, label.length, 1));
  return `${code.head}\n${lines.join(',\n')}${comma === '' ? ',' : ''}${closing}`;
}

function isText({ code }: Item): boolean {
  return typeof code === 'string' && code.includes('\n');
}

/** Everything on one line. */
export function flatText(code: Code): string {
  return typeof code === 'string' ? code : code.head + code.items.map(flatItem).join(', ') + code.tail;
}

function flatItem({ label, code }: Item): string {
  return label + flatText(code);
}
