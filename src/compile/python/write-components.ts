import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import { irKeys } from '../../catalog/ir/ir-file.ts';
import { entryOf, isTreeMap } from '../../catalog/tree.ts';
import type { ComponentRecord, PipelineDocument } from '../../model/document.ts';
import type { ComponentKey } from '../../model/ids.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { call, layOut, plain, wrapped } from './code.ts';
import type { ModuleNames } from './module-names.ts';
import { yamlBlock } from './write-yaml-block.ts';

/** The components that tasks run, each loaded from its own text. */
export function writeComponents(document: PipelineDocument, module: ModuleNames): readonly string[] {
  const used = new Set<ComponentKey>();
  for (const { target } of document.tasks.values()) if (target.kind === 'component') used.add(target.component);
  return [...document.components.values()]
    .filter(({ key }) => used.has(key))
    .map((record) => {
      const block = yamlBlock(loadableSpec(record));
      const loaded = call(`${module.use('components')}.load_component_from_text`, [plain(block)]);
      return layOut(wrapped(`${module.component(record.key)} = `, loaded), 0);
    });
}

/** KFP SDK: a v2 component with environment variables cannot be used, so they are set on its tasks instead. */
function loadableSpec(record: ComponentRecord): YamlTree {
  const { spec } = record;
  const description = describeComponentRecord(record);
  if (entryOf(spec, 'implementation') !== undefined || description?.implementation.kind !== 'container') return spec;
  return without(spec, ['deploymentSpec', 'executors', irKeys(description.name).executor, 'container', 'env']);
}

/** The tree without what stands at a path. */
function without(tree: YamlTree, [key, ...rest]: readonly string[]): YamlTree {
  if (!isTreeMap(tree) || key === undefined || !Object.hasOwn(tree, key)) return tree;
  const entries = Object.entries(tree).flatMap(([name, value]): [string, YamlTree][] => {
    if (name !== key) return [[name, value]];
    return rest.length === 0 ? [] : [[name, without(value, rest)]];
  });
  return Object.fromEntries(entries);
}
