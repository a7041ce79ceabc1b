import { expect, it } from 'vitest';
import { compileForTarget } from '../../src/compile/targets.ts';
import { importSource } from '../../src/import/import-source.ts';
import { sentence } from '../../src/words/sentences.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { readText } from '../repository/source-files.ts';

const page = readText('docs/importing.md');

function treeOf(text: string): YamlTree {
  const read = readForeignYamlExactly(text);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.documents[0] ?? null;
}

it('the graph component of the guide gives the note it shows, and comes back equal', () => {
  const text = /```yaml\n(# flip\.component\.yaml\n[^`]+)```/.exec(page)?.[1] ?? '';
  const imported = importSource(text);
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  const { document, notKept } = imported.value;
  const told = notKept.map(({ code, values }) => `${sentence('en', `import.${code}`, values)} [${code}]`);
  expect(told).toEqual([/flip\.component\.yaml: (.*)/.exec(page)?.[1]]);
  const compiled = compileForTarget(document, 'graph-component');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  expect(treeOf(compiled.value.text)).toEqual(treeOf(text));
});
