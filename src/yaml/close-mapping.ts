import { type Builder, type BuiltEntry, type BuiltNode, fail, type MappingFrame, note, spend } from './builder.ts';
import { isPythonFloat, type YamlTree } from './yaml-tree.ts';

/**
 * Finishes a mapping as PyYAML's `flatten_mapping` and `construct_mapping` do: merged entries first, then its own, the
 * later of equal keys winning in the place of the earlier.
 */
export function closeMapping(builder: Builder, frame: MappingFrame): BuiltNode {
  checkKeys(builder, frame.entries);
  const merged = frame.merges.flatMap((source) => mergedEntries(builder, source));
  const entries = merged.length === 0 ? frame.entries : [...merged, ...frame.entries];
  const size = entries.reduce((sum, entry) => sum + 1 + entry.value.size, 1);
  return { kind: 'mapping', tree: toTree(entries), size, offset: frame.offset, entries };
}

/** Refuses keys Python cannot hash and notes what a person should know about the others. */
function checkKeys(builder: Builder, entries: readonly BuiltEntry[]): void {
  const seen = new Set<string>();
  for (const { key } of entries) {
    const name = keyName(key);
    if (key.kind !== 'scalar') fail(builder, 'unhashable-key', key.offset, key.kind);
    else if (key.scalar !== 'text' && key.scalar !== 'value') note(builder, 'non-string-key', key.offset, name);
    const identity = keyIdentity(key);
    if (seen.has(identity) || seen.has(`text:${name}`)) note(builder, 'duplicate-key', key.offset, name);
    seen.add(identity).add(`text:${name}`);
  }
}

/** The entries a `<<` brings, the last of a list first, so that earlier maps win. */
function mergedEntries(builder: Builder, source: BuiltNode): readonly BuiltEntry[] {
  const maps = source.kind === 'sequence' ? [...(source.items ?? [])].reverse() : [source];
  return maps.flatMap((map) => {
    if (map.entries === undefined) fail(builder, 'bad-merge', map.offset, map.kind);
    const entries = map.entries ?? [];
    const count = entries.reduce((sum, entry) => sum + 1 + entry.value.size, 0);
    return spend(builder, count, source.offset) ? entries : [];
  });
}

function toTree(entries: readonly BuiltEntry[]): YamlTree {
  const names = new Map<string, string>();
  const tree: Record<string, YamlTree> = {};
  for (const { key, value } of entries) {
    const identity = keyIdentity(key);
    const name = names.get(identity) ?? keyName(key);
    names.set(identity, name);
    setOwn(tree, name, value.tree);
  }
  return tree;
}

/** A plain assignment would change the prototype for the key `__proto__`. */
function setOwn(tree: Record<string, YamlTree>, name: string, value: YamlTree): void {
  if (name !== '__proto__') tree[name] = value;
  else Object.defineProperty(tree, name, { value, writable: true, enumerable: true, configurable: true });
}

function keyName(key: BuiltNode): string {
  return key.text ?? '';
}

/** Equal for keys that are equal in Python: True, 1 and 1.0 are one key, '1' is another. */
function keyIdentity(key: BuiltNode): string {
  if (key.scalar === 'text' || key.scalar === 'value') return `text:${keyName(key)}`;
  if (key.scalar === 'timestamp' || key.tree === null) return `${key.scalar}:${key.tree}`;
  return `number:${Number(isPythonFloat(key.tree) ? key.tree.pythonFloat : key.tree)}`;
}
