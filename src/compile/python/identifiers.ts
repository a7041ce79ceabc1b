/** Words that Python keeps for itself, and builtins whose meaning must stay. */
const RESERVED: ReadonlySet<string> = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield match case type print
  bool dict float int list str getattr copy`.split(/\s+/),
);

/** A name in lower case with `_` for what cannot stand in one. */
export function snakeCase(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (name === '') return 'item';
  return /^[0-9]/.test(name) ? `n${name}` : name;
}

/** A class name: words with capitals. */
export function camelCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(name) ? name : `N${name}`;
}

/** Gives out names that are not taken. */
export interface Names {
  /** The wanted name, or with the first free of `_2`, `_3`, … . */
  take(wanted: string): string;
}

/** Starts with the names that are taken; `outer` names are taken too. */
export function createNames(taken: Iterable<string>): Names & { readonly all: ReadonlySet<string> } {
  const all = new Set<string>(taken);
  return {
    all,
    take(wanted) {
      let name = wanted;
      for (let number = 2; all.has(name) || RESERVED.has(name); number += 1) name = `${wanted}_${number}`;
      all.add(name);
      return name;
    },
  };
}
