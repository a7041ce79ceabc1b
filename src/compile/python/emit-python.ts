import type { PipelineDocument } from '../../model/document.ts';
import { pipelineRecord } from '../../model/lookups.ts';
import { createArtifactClasses } from './artifact-classes.ts';
import { call, layOut, plain } from './code.ts';
import { stringLiteral } from './literals.ts';
import { createModuleNames, type Import, type ModuleNames } from './module-names.ts';
import { writeComponents } from './write-components.ts';
import { inOrderOfUse, writeFunction } from './write-function.ts';

/**
 * The Python source of a document that has no errors: KFP's DSL, which compiles to the document's own IR under the names
 * of `withSdkNames`. Formatted as Black formats.
 */
export function emitPython(document: PipelineDocument): string {
  const module = createModuleNames(document);
  const artifacts = createArtifactClasses(module);
  const components = writeComponents(document, module);
  const functions = inOrderOfUse(document).flatMap((pipeline) =>
    writeFunction({ document, module, artifacts }, pipeline),
  );
  const main = writeMain(document, module);
  const helpers = writeHelpers(module);
  const declarations = [...helpers, ...artifacts.declarations()];
  const parts = [...declarations, ...componentsFirst(components, functions), main];
  const gap = declarations.length === 0 && components.length > 0 ? '\n\n' : '\n\n\n';
  return `${writeImports(module)}${gap}${parts.join('\n\n\n')}\n`;
}

/** Components stand close together, with one empty line between them. */
function componentsFirst(components: readonly string[], functions: readonly string[]): readonly string[] {
  return [...(components.length === 0 ? [] : [components.join('\n\n')]), ...functions];
}

const MODULES: readonly { readonly from: string; readonly names: readonly Import[] }[] = [
  { from: 'typing', names: ['Dict', 'List', 'NamedTuple'] },
  { from: 'kfp', names: ['compiler', 'components', 'dsl', 'kubernetes'] },
  { from: 'kfp.dsl', names: ['pipeline_context'] },
  { from: 'kfp.dsl.pipeline_channel', names: ['ConditionOperation'] },
];

function writeImports({ used }: ModuleNames): string {
  const lines = MODULES.flatMap(({ from, names }) => {
    const imported = names.flatMap((name) => {
      const known = used.get(name);
      if (known === undefined) return [];
      return known === name ? [name] : [`${name} as ${known}`];
    });
    return imported.length === 0 ? [] : [`from ${from} import ${imported.join(', ')}`];
  });
  const [first] = lines;
  const standard = [...(used.has('renamed') ? ['import copy'] : []), ...(first?.includes('typing') ? [first] : [])];
  const packages = lines.filter((line) => line !== standard.at(-1));
  return [...(standard.length === 0 ? [] : [standard.join('\n')]), packages.join('\n')].join('\n\n');
}

/** Functions of ours that stand in for what the SDK lacks or gets wrong. */
function writeHelpers(module: ModuleNames): readonly string[] {
  return [
    ...(module.used.has('renamed') ? [writeRenamed(module)] : []),
    ...(module.used.has('end_branches') ? [writeEndBranches(module)] : []),
  ];
}

/** KFP SDK: `Elif.__exit__` leaves the group of all branches open, so that what follows would land in it. */
function writeEndBranches(module: ModuleNames): string {
  return [
    `def ${module.use('end_branches')}():`,
    '    """Ends dsl.If and dsl.Elif where no dsl.Else does."""',
    `    ${module.use('pipeline_context')}.Pipeline.get_default_pipeline().pop_tasks_group()`,
  ].join('\n');
}

/** KFP SDK: a task is named after its component, and there is no other way to name it. */
function writeRenamed(module: ModuleNames): string {
  return [
    `def ${module.use('renamed')}(component, name):`,
    '    """Returns a component under another name, after which KFP names the task."""',
    '    component = copy.copy(component)',
    '    component.component_spec = copy.copy(component.component_spec)',
    '    component.component_spec.name = name',
    '    return component',
  ].join('\n');
}

function writeMain(document: PipelineDocument, module: ModuleNames): string {
  const root = pipelineRecord(document, document.root);
  const callee = `${module.use('compiler')}.Compiler().compile`;
  const compiled = call(callee, [plain(module.pipeline(root.id)), plain(stringLiteral(`${root.name}.yaml`))]);
  return `if __name__ == "__main__":\n    ${layOut(compiled, 4)}`;
}
