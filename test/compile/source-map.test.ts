import { describe, expect, it } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { CompiledPipeline } from '../../src/compile/compiled-pipeline.ts';
import type { ComponentRecord, PipelineDocument, PipelineRecord } from '../../src/model/document.ts';
import type { BodyId, ComponentKey, NodeId, PipelineId } from '../../src/model/ids.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { input, output, type SmallTask, STRING, smallDocument } from '../helpers/small-document.ts';

function compile(document: PipelineDocument): CompiledPipeline {
  const compiled = compileDocument(document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

const inner: PipelineRecord = {
  id: 'p9' as PipelineId,
  name: 'inner',
  inputs: [{ name: 'name', type: STRING }],
  outputs: [{ name: 'result', type: STRING, source: output('t3', 'text_out') }],
  body: 'b9' as BodyId,
  groupCounter: 1,
};
const use: SmallTask = {
  target: { kind: 'pipeline', pipeline: inner.id },
  arguments: { name: { kind: 'value', value: 'a' } },
};
const nested = smallDocument({
  tasks: [
    { ...use, name: 'first' },
    { ...use, name: 'second', arguments: { name: output('t1', 'result') } },
    { name: 'work', parent: 'b9', arguments: { text: input('name') } },
  ],
  definitions: [inner],
});

describe('the source map', () => {
  it('leads from every IR task to its node, through sub-pipelines', () => {
    const { byIrPath, byNode } = compile(nested).sourceMap;
    expect([...byIrPath.keys()]).toEqual(['first', 'first/work', 'second', 'second/work']);
    expect(byIrPath.get('second/work')).toEqual({ pipeline: 'p9', node: 't3', documentPath: 'second/work' });
    expect(byNode.get('t3' as NodeId)).toEqual(['first/work', 'second/work']);
  });
});

describe('sub-pipelines', () => {
  it('give every use components and executors of its own', () => {
    const { spec } = compile(nested);
    expect(Object.keys(spec.components).sort()).toEqual(['comp-first', 'comp-second', 'comp-work', 'comp-work-2']);
    expect(Object.keys(spec.deploymentSpec.executors ?? {}).sort()).toEqual(['exec-work', 'exec-work-2']);
    expect(spec.root.dag?.tasks?.second?.inputs?.parameters?.name).toEqual({
      taskOutputParameter: { outputParameterKey: 'result', producerTask: 'first' },
    });
    expect(spec.components['comp-first']?.dag?.outputs?.parameters?.result).toEqual({
      valueFromParameter: { outputParameterKey: 'text_out', producerSubtask: 'work' },
    });
  });
});

describe('local hints', () => {
  it('come from the annotations of the component', () => {
    const spec: YamlTree = {
      name: 'Hinted',
      metadata: {
        annotations: {
          'pipewright.dev/source': '.:/app, lib:/opt/lib',
          'pipewright.dev/requirements': 'requirements.txt',
        },
      },
      implementation: { container: { image: 'python:3.12' } },
    };
    const record: ComponentRecord = {
      key: 'hinted@1' as ComponentKey,
      spec,
      origin: { path: 'components/hinted/component.yaml' },
    };
    const document = smallDocument({ tasks: [{ target: { kind: 'component', component: record.key } }, {}] });
    const { hints } = compile({ ...document, components: new Map([...document.components, [record.key, record]]) });
    expect(hints).toEqual({
      'exec-task-1': {
        sources: [
          { folder: '.', imagePath: '/app' },
          { folder: 'lib', imagePath: '/opt/lib' },
        ],
        requirements: 'requirements.txt',
        origin: 'components/hinted/component.yaml',
      },
    });
  });
});

describe('what cannot be compiled', () => {
  it('gives the diagnostics and nothing else', () => {
    const compiled = compileDocument(smallDocument({ tasks: [{ component: 'strict' }] }));
    expect(compiled.ok ? [] : compiled.error.map(({ code }) => code)).toEqual(['missing-argument']);
  });
});
