import { describeComponentRecord } from '../catalog/describe-component-record.ts';
import { irKeys } from '../catalog/ir/ir-file.ts';
import { entryOf } from '../catalog/tree.ts';
import type { ComponentRecord, PipelineDocument, TaskRecord } from '../model/document.ts';
import { isPythonFloat, type YamlTree } from '../yaml/yaml-tree.ts';

type Literal = string | number | boolean;

/** The values that a component's input takes and no others, where it says so. KFP proto: `ParameterSpec.literals`. */
export function literalsOf(
  document: PipelineDocument,
  task: TaskRecord,
  input: string,
): readonly Literal[] | undefined {
  const definitions = entryOf(declarationOf(document, task), 'inputDefinitions');
  const literals = entryOf(entryOf(entryOf(definitions, 'parameters'), input), 'literals');
  return Array.isArray(literals) && literals.length > 0 ? literals.map(plainLiteral) : undefined;
}

/** The task settings a component takes over itself, where it does. KFP proto: `taskConfigPassthroughs`. */
export function passthroughsOf(document: PipelineDocument, task: TaskRecord): readonly string[] | undefined {
  const passthroughs = entryOf(declarationOf(document, task), 'taskConfigPassthroughs');
  if (!Array.isArray(passthroughs) || passthroughs.length === 0) return undefined;
  return passthroughs.map((item: YamlTree) => String(entryOf(item, 'field') ?? ''));
}

const declarations = new WeakMap<ComponentRecord, { readonly tree: YamlTree | undefined }>();

/** What the IR of one component says about it; nothing for a v1 component. */
function declarationOf(document: PipelineDocument, task: TaskRecord): YamlTree | undefined {
  const record = task.target.kind === 'component' ? document.components.get(task.target.component) : undefined;
  if (record === undefined) return undefined;
  let declaration = declarations.get(record);
  if (declaration === undefined) {
    const name = describeComponentRecord(record)?.name;
    const components = entryOf(record.spec, 'components');
    const tree = name === undefined ? undefined : entryOf(components, irKeys(name).component);
    declaration = { tree };
    declarations.set(record, declaration);
  }
  return declaration.tree;
}

function plainLiteral(value: YamlTree): Literal {
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  return isPythonFloat(value) ? value.pythonFloat : JSON.stringify(value);
}
