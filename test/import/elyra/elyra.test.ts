import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkDocument } from '../../../src/analysis/check-document.ts';
import { compileDocument } from '../../../src/compile/compile-document.ts';
import { parsePipelineFile } from '../../../src/file/parse-file.ts';
import { printPipelineFile } from '../../../src/file/print-file.ts';
import { genericComponent } from '../../../src/import/elyra/generic-component.ts';
import { elyraComponents, importElyra } from '../../../src/import/elyra/import-elyra.ts';
import { findComponents, importSource } from '../../../src/import/import-source.ts';
import type { PipelineDocument, TaskRecord } from '../../../src/model/document.ts';
import { definitionsOf, rootPipeline, tasksOfPipeline } from '../../../src/model/lookups.ts';
import { sentence } from '../../../src/words/sentences.ts';
import type { YamlTree } from '../../../src/yaml/yaml-tree.ts';
import { CORPUS_MISSING, readCorpusFiles } from '../../helpers/corpus.ts';
import { damage, REPLACEMENTS } from '../damage.ts';

const files = readCorpusFiles('corpus/elyra', '.pipeline');
if (CORPUS_MISSING !== undefined) console.warn(`Skipped: ${CORPUS_MISSING}`);

const DOWNLOAD = `name: Download data
inputs:
- {name: Url, type: String}
- {name: Tries, type: Integer, default: '1'}
outputs:
- {name: Data, type: Dataset}
implementation: {container: {image: curl, command: [curl, {inputValue: Url}, {inputValue: Tries}, {outputPath: Data}]}}
`;
const COUNT = `name: Count
inputs:
- {name: Text, type: Dataset}
outputs:
- {name: Lines, type: Integer}
implementation: {container: {image: wc, command: [wc, {inputPath: Text}, {outputPath: Lines}]}}
`;
const TEXTS = new Map([
  ['download.yaml', DOWNLOAD],
  ['count.yaml', COUNT],
]);

interface NodeParts {
  readonly type?: string;
  readonly op?: string;
  readonly label?: string;
  readonly parameters?: YamlTree;
  readonly source?: string;
  readonly from?: readonly string[];
  readonly subflow?: string;
}

function node(id: string, parts: NodeParts): YamlTree {
  const { type = 'execution_node', op = 'x:1', label = id, parameters = {}, source = '', from = [], subflow } = parts;
  const links = from.map((other) => ({ id: `${other}-${id}`, node_id_ref: other, port_id_ref: 'outPort' }));
  return {
    id,
    type,
    op,
    app_data: {
      component_parameters: parameters,
      component_source: source,
      ui_data: { label, x_pos: 84.00000762939453, y_pos: 90.5 },
    },
    inputs: [{ id: 'inPort', links }],
    ...(subflow === undefined ? {} : { subflow_ref: { pipeline_id_ref: subflow } }),
  };
}

function pipeline(nodes: readonly YamlTree[], properties: YamlTree = {}, others: readonly YamlTree[] = []): YamlTree {
  const comments = [{ id: 'c', content: 'A **comment**', x_pos: 1.2, y_pos: 2, width: 100, height: 50 }];
  const data = { version: 8, properties: { name: 'My Pipeline', ...(properties as object) }, ui_data: { comments } };
  return { doc_type: 'pipeline', primary_pipeline: 'p', pipelines: [{ id: 'p', nodes, app_data: data }, ...others] };
}

function read(tree: YamlTree): { document: PipelineDocument; notes: readonly string[] } {
  const imported = importElyra(tree, TEXTS);
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  return { document: imported.value.document, notes: imported.value.notKept.map(({ code }) => code) };
}

function taskNamed(document: PipelineDocument, name: string): TaskRecord {
  const found = [...document.tasks.values()].find((task) => task.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

const download = node('n1', {
  label: 'Download data',
  source: 'download.yaml',
  parameters: {
    url: { widget: 'parameter', value: 'Address' },
    tries: { widget: 'number', value: '3' },
    output_data: '',
  },
});
const parameters = {
  pipeline_parameters: [{ name: 'Address', default_value: { type: 'String', value: 'http://a' }, required: true }],
};
const inputPath = (id: string, option: string): YamlTree => ({ widget: 'inputpath', value: { value: id, option } });

describe('component nodes', () => {
  const count = node('n2', {
    source: 'count.yaml',
    parameters: { text: inputPath('n1', 'output_data') },
    from: ['n1'],
  });
  const { document, notes } = read(pipeline([download, count], parameters));

  it('have their component, constants by type, parameters and wires', () => {
    expect(notes).toEqual([]);
    const task = taskNamed(document, 'download-data');
    expect(task.displayName).toBe('Download data');
    expect(task.arguments).toEqual({ url: { kind: 'input', input: 'address' }, tries: { kind: 'value', value: 3 } });
    const counted = taskNamed(document, 'n2');
    expect(counted.arguments).toEqual({ text: { kind: 'task-output', task: task.id, output: 'data' } });
    expect(counted.after).toEqual([]);
    expect(document.layout.get(task.id)).toEqual({ x: 84, y: 91 });
    expect(rootPipeline(document).inputs).toMatchObject([{ name: 'address', default: 'http://a' }]);
    expect([...document.notes.values()].map(({ text }) => text)).toEqual(['A **comment**']);
  });

  it('compile', () => {
    expect(checkDocument(document).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(compileDocument(document).ok).toBe(true);
  });

  it.each([
    [
      'the control of version 5',
      { activeControl: 'NestedEnumControl', NestedEnumControl: { value: 'n1', option: 'elyra_output_data' } },
    ],
    ['the plain pair of version 6', { value: 'n1', option: 'elyra_output_data', label: 'Download: Data' }],
  ])('read %s', (_name, text) => {
    const old = read(
      pipeline([download, node('n2', { source: 'count.yaml', parameters: { text }, from: ['n1'] })], parameters),
    );
    expect(taskNamed(old.document, 'n2').arguments.text).toMatchObject({ kind: 'task-output', output: 'data' });
  });

  it('without their component stay as broken references, with their wires', () => {
    const gone = node('n2', {
      source: '{"catalog_type": "x", "component_ref": {"location": "gone.yaml"}}',
      parameters: { text: inputPath('n1', 'output_data') },
    });
    const { document: broken, notes: told } = read(pipeline([download, gone], parameters));
    expect(told).toEqual(['elyra-component-elsewhere']);
    expect(taskNamed(broken, 'n2').arguments.text).toMatchObject({ kind: 'task-output', output: 'data' });
    expect(checkDocument(broken).diagnostics.map(({ code }) => code)).toContain('component-missing');
    expect([...elyraComponents(pipeline([download, gone])).values()]).toEqual(['download.yaml', 'gone.yaml']);
  });

  it('say what cannot be read', () => {
    const odd = node('n2', { source: 'count.yaml', parameters: { text: inputPath('nowhere', 'x') } });
    const file = node('n3', { source: 'download.yaml', parameters: { url: { widget: 'file', value: 'a.txt' } } });
    expect(read(pipeline([odd, file])).notes).toEqual(['argument-not-kept', 'elyra-file-value']);
  });
});

describe('notebooks and scripts', () => {
  const generic = (id: string, filename: string, more: object, from: readonly string[] = []): YamlTree =>
    node(id, { op: 'execute-notebook-node', parameters: { filename, ...more }, from });
  const first = generic('load', 'src/load.ipynb', {
    runtime_image: 'jupyter/scipy',
    outputs: ['data/a.csv', 'plots/*'],
    pipeline_parameters: ['Address'],
    env_vars: [{ env_var: 'A', value: '1' }, 'B=2=3'],
    kubernetes_secrets: [{ env_var: 'TOKEN', name: 'secret', key: 'token' }],
    mounted_volumes: [{ path: '/mnt', pvc_name: 'claim', sub_path: 'x' }, '/old=other'],
    kubernetes_tolerations: [{ key: 'k', operator: 'Equal', value: 'v', effect: 'NoExecute' }, 'g:Exists::NoSchedule'],
    kubernetes_pod_labels: [{ key: 'l', value: 'v' }],
    kubernetes_shared_mem_size: { size: 0.5 },
    cpu: 2,
    memory: '4',
    gpu: 1,
  });
  const second = generic('plot', 'plot.R', { dependencies: ['helper.R', 'data/a.csv'] }, ['load']);
  const defaults = {
    pipeline_defaults: {
      runtime_image: 'r-base',
      env_vars: [
        { env_var: 'A', value: '0' },
        { env_var: 'C', value: '3' },
      ],
    },
  };
  const { document, notes } = read(pipeline([first, second], { ...parameters, ...defaults }));

  it('become components that compile, with files as artifacts', () => {
    expect(notes).toEqual(['elyra-files-needed', 'elyra-output-pattern', 'elyra-files-needed']);
    expect(checkDocument(document).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(compileDocument(document).ok).toBe(true);
    const load = taskNamed(document, 'load');
    expect(taskNamed(document, 'plot').arguments).toEqual({
      file_data_a_csv: { kind: 'task-output', task: load.id, output: 'file_data_a_csv' },
    });
    const specs = [...document.components.values()].map(({ spec }) => JSON.stringify(spec));
    expect(specs[0]).toContain('papermill');
    expect(specs[0]).toContain('export Address=');
    expect(specs[1]).toContain('Rscript');
    expect(specs[1]).toContain('"image":"r-base"');
  });

  it('keep their settings, over those of the pipeline', () => {
    expect(taskNamed(document, 'load').options).toEqual({
      env: [
        { name: 'A', value: '1' },
        { name: 'C', value: '3' },
        { name: 'B', value: '2=3' },
      ],
      resources: { cpuRequest: '2', memoryRequest: '4G', acceleratorType: 'nvidia.com/gpu', acceleratorCount: '1' },
      kubernetes: {
        secretsAsEnv: [{ name: 'secret', keys: [{ key: 'token', variable: 'TOKEN' }] }],
        volumeClaims: [
          { name: 'claim', mountPath: '/mnt', subPath: 'x' },
          { name: 'other', mountPath: '/old' },
        ],
        tolerations: [
          { key: 'k', operator: 'Equal', value: 'v', effect: 'NoExecute' },
          { key: 'g', operator: 'Exists', effect: 'NoSchedule' },
        ],
        podLabels: { l: 'v' },
        sharedMemory: { size: '0.5G' },
      },
    });
  });

  it('of the first version have their properties beside the position', () => {
    const old = {
      id: 'n',
      type: 'execution_node',
      op: 'execute-python-node',
      app_data: {
        filename: 'a.py',
        runtime_image: 'python',
        title: 'Old one',
        env_vars: ['A=1'],
        ui_data: { x_pos: 1, y_pos: 2 },
      },
    };
    const { document: oldest } = read({ pipelines: [{ id: 'p', nodes: [old], app_data: { name: 'x' } }] });
    expect(taskNamed(oldest, 'old-one').options.env).toEqual([{ name: 'A', value: '1' }]);
    expect(rootPipeline(oldest).name).toBe('x');
  });
});

describe('super nodes', () => {
  const inner = {
    id: 'sub',
    nodes: [node('n2', { source: 'count.yaml', parameters: { text: inputPath('n1', 'output_data') } })],
  };
  const after = node('n3', {
    source: 'download.yaml',
    parameters: { url: { widget: 'string', value: 'x' }, tries: inputPath('n2', 'output_lines') },
    from: ['n1', 'super'],
  });
  const box = node('super', { type: 'super_node', label: 'A box', subflow: 'sub', from: ['n1'] });
  const { document, notes } = read(pipeline([download, box, after], parameters, [inner]));

  it('become sub-pipelines with inputs and outputs for what crosses their border', () => {
    expect(notes).toEqual([]);
    const [definition] = definitionsOf(document);
    expect(definition).toMatchObject({
      name: 'a-box',
      inputs: [{ name: 'download_data_data', type: { schemaTitle: 'system.Dataset' } }],
      outputs: [{ name: 'n2_lines', type: { parameterType: 'NUMBER_INTEGER' } }],
    });
    expect(checkDocument(document).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(compileDocument(document).ok).toBe(true);
    const last = taskNamed(document, 'n3');
    expect(last.arguments.tries).toMatchObject({ task: taskNamed(document, 'a-box').id, output: 'n2_lines' });
    expect(last.after).toEqual([taskNamed(document, 'download-data').id]);
  });

  it('that stand in themselves or for nothing are told', () => {
    const circle = node('super', { type: 'super_node', subflow: 'p' });
    const nothing = node('other', { type: 'super_node', subflow: 'nowhere' });
    expect(read(pipeline([circle, nothing])).notes).toEqual(['elyra-super-node', 'elyra-super-node']);
  });
});

describe.skipIf(files.length === 0)('public Elyra pipelines', () => {
  it.each(files)('$name has all its nodes, and its words', ({ text }) => {
    const imported = importSource(text);
    if (!imported.ok) throw new Error(JSON.stringify(imported.error));
    const { document, kind, notKept } = imported.value;
    expect(kind).toBe('elyra');
    const nodes = [...text.matchAll(/"type": "(?:execution_node|super_node)"/g)].length;
    expect(document.tasks.size).toBe(nodes);
    for (const { code, values } of notKept)
      expect(sentence('fr', `import.${code}`, values)).not.toMatch(/^import\.|(?<!\{)\{\w+\}/);
    const saved = parsePipelineFile(printPipelineFile(document));
    expect(saved.ok && tasksOfPipeline(saved.value.document, saved.value.document.root).length).toBe(
      tasksOfPipeline(document, document.root).length,
    );
  });

  it('are read as far as they go when damaged, and never throw', () => {
    const trees = files.map(({ text }) => JSON.parse(text) as YamlTree);
    const ways = fc.array(fc.nat(), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.nat(), ways, fc.nat(), (which, way, replacement) => {
        const damaged = damage(
          trees[which % trees.length] ?? null,
          way,
          REPLACEMENTS[replacement % REPLACEMENTS.length],
        );
        findComponents(JSON.stringify(damaged));
        const imported = importElyra(damaged, TEXTS);
        const notes = imported.ok ? imported.value.notKept : imported.error;
        for (const { code, values } of notes) expect(sentence('en', `import.${code}`, values)).not.toMatch(/^import\./);
        if (!imported.ok) return;
        checkDocument(imported.value.document);
        expect(parsePipelineFile(printPipelineFile(imported.value.document)).ok).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('a program made of a script', () => {
  it.skipIf(spawnSync('sh', ['-c', 'python3 --version']).status !== 0)(
    'gets its variables and files, and hands its own on',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'pipewright-test-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      mkdirSync(join(folder, 'src'));
      writeFileSync(
        join(folder, 'src', 'a.py'),
        'import os\nopen("out/b.txt", "w").write(open("in/a.txt").read() + os.environ["Who"])\n',
      );
      mkdirSync(join(folder, 'src', 'out'));
      writeFileSync(join(folder, 'given'), 'Hello ');
      const spec = genericComponent({
        label: 'a',
        file: 'src/a.py',
        image: 'x',
        parameters: [{ name: 'Who', type: 'String' }],
        inputFiles: ['in/a.txt'],
        outputFiles: ['out/b.txt'],
      });
      const values: Readonly<Record<string, string>> = {
        Who: '$(echo "you")',
        file_in_a_txt: join(folder, 'given'),
        file_out_b_txt: join(folder, 'result', 'b'),
      };
      const { command, args } = containerOf(spec);
      const words = args.map((item) =>
        typeof item === 'string' ? item : (values[Object.values(item)[0] ?? ''] ?? ''),
      );
      execFileSync(command[0] ?? '', [...command.slice(1), ...words], { cwd: folder });
      expect(readFileSync(join(folder, 'result', 'b'), 'utf8')).toBe('Hello $(echo "you")');
    },
  );
});

interface Container {
  readonly command: readonly string[];
  readonly args: readonly (string | { readonly [kind: string]: string })[];
}

function containerOf(spec: YamlTree): Container {
  return (spec as unknown as { implementation: { container: Container } }).implementation.container;
}
