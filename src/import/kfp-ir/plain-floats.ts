import { isTreeList, isTreeMap } from '../../catalog/tree.ts';
import { isPythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';

/** The tree as a file would give it back: only a whole number needs a mark to be known as a float. */
export function plainFloats(tree: YamlTree): YamlTree {
  if (isPythonFloat(tree)) {
    const { pythonFloat } = tree;
    return Number.isInteger(pythonFloat) || !Number.isFinite(pythonFloat) ? { pythonFloat } : pythonFloat;
  }
  if (isTreeList(tree)) return tree.map(plainFloats);
  if (!isTreeMap(tree)) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, plainFloats(value)]));
}
