/** A copy-on-write view of one map of the document: the map is copied at the first write. */
export interface DraftTable<Key, Value> {
  get(key: Key): Value | undefined;
  has(key: Key): boolean;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
  entries(): Iterable<[Key, Value]>;
  /** The map as it is now: the original one while nothing really changed. */
  result(): ReadonlyMap<Key, Value>;
  /** Keys whose record is not the original one any more. */
  touched(): ReadonlySet<Key>;
}

/** Starts a copy-on-write view over a map. */
export function createDraftTable<Key, Value>(base: ReadonlyMap<Key, Value>): DraftTable<Key, Value> {
  let copy: Map<Key, Value> | undefined;
  const written = new Set<Key>();
  const current = (): ReadonlyMap<Key, Value> => copy ?? base;
  const touched = (): Set<Key> => {
    const changed = new Set<Key>();
    for (const key of written) if (base.get(key) !== current().get(key)) changed.add(key);
    return changed;
  };
  const writable = (key: Key): Map<Key, Value> => {
    written.add(key);
    copy ??= new Map(base);
    return copy;
  };
  return {
    get: (key) => current().get(key),
    has: (key) => current().has(key),
    set(key, value) {
      if (current().get(key) !== value) writable(key).set(key, value);
    },
    delete(key) {
      if (current().has(key)) writable(key).delete(key);
    },
    entries: () => current().entries(),
    result: () => (touched().size === 0 ? base : current()),
    touched,
  };
}
