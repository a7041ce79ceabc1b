import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import type { PipelineDocument } from '../../model/document.ts';
import type { ComponentKey, PipelineId } from '../../model/ids.ts';
import { createNames, type Names, snakeCase } from './identifiers.ts';

/** What is imported, by the name it has there. */
export const IMPORTS = [
  'compiler',
  'components',
  'dsl',
  'kubernetes',
  'List',
  'Dict',
  'NamedTuple',
  'ConditionOperation',
  'pipeline_context',
  'renamed',
  'end_branches',
] as const;
export type Import = (typeof IMPORTS)[number];

/** Names of the module, and what is used of the imports. */
export interface ModuleNames {
  /** The name of something imported; it is imported from then on. */
  readonly use: (name: Import) => string;
  readonly used: ReadonlyMap<Import, string>;
  readonly component: (key: ComponentKey) => string;
  readonly pipeline: (id: PipelineId) => string;
  /** Further names of the module. */
  readonly names: Names & { readonly all: ReadonlySet<string> };
}

/** Inputs of pipelines have their names already and would hide others inside their functions. */
export function createModuleNames(document: PipelineDocument): ModuleNames {
  const inputs = [...document.pipelines.values()].flatMap((pipeline) => pipeline.inputs.map(({ name }) => name));
  const names = createNames(inputs);
  const imports = new Map(IMPORTS.map((name) => [name, names.take(name)]));
  const used = new Map<Import, string>();
  const pipelines = new Map<PipelineId, string>();
  for (const { id, name } of document.pipelines.values()) pipelines.set(id, names.take(snakeCase(name)));
  const components = new Map<ComponentKey, string>();
  for (const { key, record } of [...document.components].map(([key, record]) => ({ key, record }))) {
    const name = describeComponentRecord(record)?.name ?? key;
    components.set(key, names.take(snakeCase(name)));
  }
  return {
    use(name) {
      const known = imports.get(name) ?? name;
      used.set(name, known);
      return known;
    },
    used,
    component: (key) => components.get(key) ?? '',
    pipeline: (id) => pipelines.get(id) ?? '',
    names,
  };
}
