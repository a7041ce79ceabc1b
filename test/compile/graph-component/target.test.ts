import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/analysis/check-document.ts';
import { checkForTarget } from '../../../src/analysis/check-for-target.ts';
import { compileGraphComponent } from '../../../src/compile/graph-component/compile-graph-component.ts';
import { createGraphWriter, graphComponentText } from '../../../src/compile/graph-component/write-graph-component.ts';
import { importGraphComponent } from '../../../src/import/graph-component/import-graph-component.ts';
import type { ComponentRecord, PipelineDocument } from '../../../src/model/document.ts';
import type { GroupRecord } from '../../../src/model/group.ts';
import type { BodyId, ComponentKey, GroupId, TaskId } from '../../../src/model/ids.ts';
import { sentence } from '../../../src/words/sentences.ts';
import { readForeignYamlExactly } from '../../../src/yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../../../src/yaml/yaml-tree.ts';
import { arbitraryDocument } from '../../helpers/arbitrary-document.ts';
import { input, loop, output, type SmallDocument, STRING, smallDocument } from '../../helpers/small-document.ts';

const branches = (condition: object, outputs: object[] = []): GroupRecord =>
  ({
    kind: 'branches',
    id: 'g2' as GroupId,
    parent: 'b1' as BodyId,
    name: 'condition-1',
    after: [],
    outputs,
    branches: [{ name: 'condition-1', body: 'b2' as BodyId, condition }],
  }) as GroupRecord;
const comparison = {
  kind: 'comparison',
  left: output('t1', 'text_out'),
  operator: '==',
  right: { kind: 'value', value: 'x' },
};

const REFUSED: { readonly [code: string]: SmallDocument } = {
  'graph-after': { tasks: [{}, { after: ['t1' as TaskId] as never }] },
  'graph-argument': { tasks: [{}, { arguments: { text: { kind: 'text', parts: ['a', output('t1', 'text_out')] } } }] },
  'graph-condition': {
    tasks: [{}, { parent: 'b2' }],
    groups: [branches({ kind: 'raw', text: 'true', references: [] })],
  },
  'graph-group': { tasks: [{}, { parent: 'b2' }], groups: [loop(2, output('t1', 'items_out'))] },
  'graph-importer': {
    tasks: [
      {
        target: {
          kind: 'importer',
          artifactType: { kind: 'artifact', schemaTitle: 'system.Model', schemaVersion: '0.0.1', isList: false },
          reimport: false,
        },
      },
    ],
  },
  'graph-one-of': {
    tasks: [{}, { parent: 'b2' }],
    groups: [branches(comparison, [{ name: 'best', sources: [] }])],
  },
  'graph-output': {
    tasks: [{}, { parent: 'b2' }],
    groups: [loop(2, output('t1', 'items_out'))],
    pipeline: {
      outputs: [{ name: 'all', type: STRING, source: { kind: 'collected', task: 't2' as TaskId, output: 'text_out' } }],
    },
  },
  'graph-option': { tasks: [{ options: { image: 'alpine', retry: { maxCount: 1, backoffFactor: 2 } } }] },
  'graph-setting': { pipeline: { defaultPipelineRoot: 's3://x' }, tasks: [{}] },
};

function compiled(argument: string): PipelineDocument {
  const inputDefinitions = { parameters: { a: { parameterType: 'STRING', isOptional: true } } };
  const record: ComponentRecord = {
    key: 'a@1' as ComponentKey,
    spec: {
      pipelineInfo: { name: 'a' },
      components: { 'comp-a': { executorLabel: 'exec-a', inputDefinitions } },
      deploymentSpec: { executors: { 'exec-a': { container: { image: 'x', args: [argument] } } } },
      root: { dag: { tasks: {} }, inputDefinitions },
    },
  };
  const small = smallDocument({ tasks: [{ target: { kind: 'component', component: record.key } }] });
  return { ...small, components: new Map([...small.components, [record.key, record]]) };
}

describe('what a graph component cannot say', () => {
  it.each(Object.entries(REFUSED))('%s', (code, small) => {
    const found = checkForTarget(smallDocument(small), 'graph-component').map((diagnostic) => diagnostic.code);
    expect(found).toContain(code);
    expect(sentence('fr', `diagnostic.${code}`)).not.toBe(`diagnostic.${code}`);
  });

  it('a compiled component is written in the older form, or refused where that has no like', () => {
    expect(compileGraphComponent(compiled("{{$.inputs.parameters['a']}}"))).toMatchObject({
      ok: true,
      value: expect.stringContaining('{inputValue: a}'),
    });
    expect(compileGraphComponent(compiled('{{$.pipeline_job_name}}'))).toMatchObject({
      ok: false,
      error: [{ code: 'graph-compiled-component' }],
    });
  });

  it('settings alone are warnings, and types of KFP 2 do not matter', () => {
    const compiled = compileGraphComponent(
      smallDocument({ tasks: [{ options: { image: 'alpine' } }, { arguments: { data: output('t1', 'text_out') } }] }),
    );
    expect(compiled.ok).toBe(true);
  });
});

describe('a document as a graph component', () => {
  it('has its wires, constants, conditions and names', () => {
    const { document, tree } = written({
      pipeline: { inputs: [{ name: 'limit', type: STRING, default: 'x' }] },
      tasks: [
        { displayName: 'Read it', arguments: { text: input('limit') } },
        { parent: 'b2', arguments: { text: output('t1', 'text_out'), flag: { kind: 'value', value: true } } },
      ],
      groups: [branches(comparison)],
    });
    expect(tree).toMatchObject({
      name: document.pipelines.get(document.root)?.name,
      inputs: [{ name: 'limit', type: 'String', default: 'x' }],
      implementation: {
        graph: {
          tasks: {
            'Read it': { arguments: { text: { graphInput: { inputName: 'limit' } } } },
            'task-2': {
              arguments: { text: { taskOutput: { taskId: 'Read it', outputName: 'text_out' } }, flag: 'True' },
              isEnabled: { '==': { op1: { taskOutput: { taskId: 'Read it', outputName: 'text_out' } }, op2: 'x' } },
            },
          },
        },
      },
    });
  });

  it('is the same after it was read and written again, whatever the document', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        if (hasCycle(document)) return;
        const first = createGraphWriter(document).component(document.root);
        const text = graphComponentText(first);
        const read = treeOf(text);
        const imported = importGraphComponent(read);
        if (!imported.ok) throw new Error(JSON.stringify(imported.error));
        const again = createGraphWriter(imported.value.document).component(imported.value.document.root);
        expect(again).toEqual(read);
      }),
      { numRuns: 300 },
    );
  });
});

function written(small: SmallDocument): { document: ReturnType<typeof smallDocument>; tree: YamlTree } {
  const document = smallDocument(small);
  const compiled = compileGraphComponent(document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return { document, tree: treeOf(compiled.value) };
}

/** Sub-pipelines that run themselves have no end. */
function hasCycle(document: PipelineDocument): boolean {
  return checkDocument(document).diagnostics.some(({ code }) => code === 'recursive-pipeline');
}

function treeOf(text: string): YamlTree {
  const read = readForeignYamlExactly(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.documents[0] ?? null;
}
