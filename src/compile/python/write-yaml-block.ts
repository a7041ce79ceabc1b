import { writePythonYaml } from '../../yaml/write-python-yaml.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { stringLiteral } from './literals.ts';

/** A tree as YAML between triple quotes, in the order it was written; texts of several lines stay blocks. */
export function yamlBlock(tree: YamlTree): string {
  const text = writePythonYaml(tree, { sortKeys: false, blockTexts: true });
  const raw = text.includes('\\') ? 'r' : '';
  if (!text.includes('"""')) return `${raw}"""\n${text}"""`;
  if (!text.includes("'''")) return `${raw}'''\n${text}'''`;
  return stringLiteral(text);
}
