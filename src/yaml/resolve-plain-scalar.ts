/** What YAML 1.1 takes a plain (unquoted) scalar for. */
export type PlainScalarKind = 'bool' | 'float' | 'int' | 'merge' | 'null' | 'timestamp' | 'value' | 'text';

/** The patterns of PyYAML 6 `resolver.py`, in its order. Outside these, a plain scalar is text. */
const PATTERNS: readonly (readonly [PlainScalarKind, RegExp])[] = [
  ['bool', /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/],
  [
    'float',
    /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  ],
  [
    'int',
    /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  ],
  ['merge', /^<<$/],
  ['null', /^(?:~|null|Null|NULL|)$/],
  [
    'timestamp',
    /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9]{2})?))?)$/,
  ],
  ['value', /^=$/],
];

/** The first characters of each kind, so that most text is settled by its first character. */
const FIRST_CHARACTERS: ReadonlyMap<PlainScalarKind, string> = new Map([
  ['bool', 'yYnNtTfFoO'],
  ['float', '-+0123456789.'],
  ['int', '-+0123456789'],
  ['merge', '<'],
  ['null', '~nN'],
  ['timestamp', '0123456789'],
  ['value', '='],
]);

type Pattern = (typeof PATTERNS)[number];

/** The patterns to try, by first character. */
const BY_FIRST_CHARACTER: ReadonlyMap<string, readonly Pattern[]> = groupByFirstCharacter();

function groupByFirstCharacter(): Map<string, Pattern[]> {
  const groups = new Map<string, Pattern[]>();
  for (const pattern of PATTERNS) {
    for (const character of FIRST_CHARACTERS.get(pattern[0]) ?? '') {
      groups.set(character, [...(groups.get(character) ?? []), pattern]);
    }
  }
  return groups;
}

/** Tells what PyYAML's resolver makes of a plain scalar. */
export function resolvePlainScalar(text: string): PlainScalarKind {
  const first = text[0];
  if (first === undefined) return 'null';
  for (const [kind, pattern] of BY_FIRST_CHARACTER.get(first) ?? []) {
    if (pattern.test(text)) return kind;
  }
  return 'text';
}
