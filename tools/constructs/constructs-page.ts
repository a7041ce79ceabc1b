import { readdirSync, readFileSync } from 'node:fs';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { CompiledPipeline } from '../../src/compile/compiled-pipeline.ts';
import { compileForTarget } from '../../src/compile/targets.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { writePythonYaml } from '../../src/yaml/write-python-yaml.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { fromRoot } from '../root.ts';

const FOLDER = 'test/fixtures/constructs';
const COMPONENTS = 'components.yaml';

const HEAD = `# Constructs

Everything a pipeline can have, as it stands in the pipeline file, in the KFP IR it compiles to, and in the Python that
\`pipewright compile --target python\` writes. Parts that say nothing about the construct are left out: the components, and in
the IR what belongs to components and the header. Written by \`node tools/constructs.ts\` from examples that are tested.
`;

/** An example of one construct. */
interface Construct {
  readonly title: string;
  readonly text: string;
  readonly document: PipelineDocument;
}

/** The page, from every example of the folder in the order of their names. */
export function constructsPage(): string {
  return `${HEAD}\n${readConstructs().map(section).join('\n')}`;
}

/** The examples. Throws where one is no sound pipeline. */
export function readConstructs(): readonly Construct[] {
  const components = read(COMPONENTS);
  const names = readdirSync(fromRoot(FOLDER)).filter((name) => name !== COMPONENTS);
  return names.sort().map((name) => {
    const [, title = '', text = ''] = /^# (.+)\n([\s\S]+)$/.exec(read(name)) ?? [];
    const head = 'apiVersion: pipewright.dev/v1\nkind: Pipeline\nmetadata:\n  name: example\n';
    const parsed = parsePipelineFile(`${head}${text}${components}`);
    if (!parsed.ok || parsed.value.diagnostics.length > 0) throw new Error(`${name}: ${JSON.stringify(parsed)}`);
    return { title, text, document: parsed.value.document };
  });
}

function read(name: string): string {
  return readFileSync(fromRoot(`${FOLDER}/${name}`), 'utf8');
}

function section({ title, text, document }: Construct): string {
  const compiled = compileDocument(document);
  const python = compileForTarget(document, 'python');
  if (!compiled.ok || !python.ok) throw new Error(`${title}: ${JSON.stringify([compiled, python])}`);
  return [
    `## ${title}\n`,
    fence('yaml', text),
    fence('yaml', writePythonYaml(graphsOf(compiled.value))),
    fence('python', pipelinesOf(python.value.text)),
  ].join('\n');
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\`\n`;
}

/** The graphs, and what executors and platforms say beyond the component's own command. */
function graphsOf({ spec, platform }: CompiledPipeline): YamlTree {
  const groups = Object.entries(spec.components ?? {}).filter(([, component]) => component.dag !== undefined);
  const executors = Object.entries(spec.deploymentSpec.executors ?? {}).flatMap(
    ([label, { container, importer }]): readonly (readonly [string, object])[] => {
      if (importer !== undefined) return [[label, { importer }]];
      if (container?.resources === undefined) return [];
      return [[label, { container: { image: container.image, resources: container.resources } }]];
    },
  );
  return {
    ...(groups.length === 0 ? {} : { components: Object.fromEntries(groups) }),
    ...(executors.length === 0 ? {} : { deploymentSpec: { executors: Object.fromEntries(executors) } }),
    root: spec.root,
    ...(platform === undefined ? {} : platform),
  } as unknown as YamlTree;
}

/** The functions of the source; above them stand the components. */
function pipelinesOf(source: string): string {
  return source.slice(source.indexOf('@dsl.pipeline'), source.indexOf('if __name__'));
}
