import { describe, expect, it } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import { recogniseSource } from '../../src/import/recognise-source.ts';

const IR = 'pipelineInfo: {name: x}\nroot: {dag: {tasks: {}}}\nschemaVersion: 2.1.0\n';

describe('what a text is', () => {
  it.each([
    ['kfp-ir', IR],
    ['kfp-ir', `\ufeff# made by somebody\n---\n${IR}---\nplatforms: {kubernetes: {}}\n`],
    ['kfp-ir', JSON.stringify({ pipelineInfo: { name: 'x' } }, null, '\t')],
    ['kfp-ir', `runtimeConfig: {}\npipelineSpec:\n  ${IR.replaceAll('\n', '\n  ').trimEnd()}\n`],
    ['kfp-manifest', 'apiVersion: pipelines.kubeflow.org/v2beta1\nkind: PipelineVersion\n'],
    ['graph-component', 'implementation: {graph: {tasks: {}}}\n'],
    ['component', 'name: a\nimplementation: {container: {image: b}}\n'],
    ['argo-workflow', 'apiVersion: argoproj.io/v1alpha1\nkind: CronWorkflow\n'],
    ['argo-workflow', 'apiVersion: v1\nkind: ConfigMap\n---\napiVersion: argoproj.io/v1alpha1\nkind: Workflow\n'],
    ['elyra', '{"doc_type": "pipeline",\t"pipelines": []}'],
    ['elyra', '{"pipelines": []}'],
    ['pipewright', 'apiVersion: pipewright.dev/v1\nkind: Pipeline\n'],
    ['pipewright', 'apiVersion: pipewright.dev/v1\nkind: [Pipeline\n'],
    ['unknown', ''],
    ['unknown', 'hello'],
    ['unknown', '[1, 2]'],
    ['unknown', 'a: 1'],
    ['unknown', '{"a": '],
    ['unknown', `{"pipelines": ${'['.repeat(300)}${']'.repeat(300)}}`],
  ])('%s', (kind, text) => {
    expect(recogniseSource(text).kind).toBe(kind);
  });
});

describe('the one entry', () => {
  it('finds the pipeline in its Kubernetes form', () => {
    const spec = IR.replaceAll('\n', '\n    ').trimEnd();
    const text = `apiVersion: pipelines.kubeflow.org/v2beta1\nkind: Pipeline\n---\napiVersion: pipelines.kubeflow.org/v2beta1\nkind: PipelineVersion\nspec:\n  pipelineSpec:\n    ${spec}\n`;
    expect(importSource(text)).toMatchObject({ ok: true, value: { kind: 'kfp-manifest', notKept: [] } });
    const twice = importSource(`${text}---\n${text}`);
    expect(twice).toMatchObject({ ok: true, value: { notKept: [{ code: 'manifest-more-versions' }] } });
  });

  it.each([
    ['manifest-without-pipeline', 'apiVersion: pipelines.kubeflow.org/v2beta1\nkind: Pipeline\n'],
    ['is-a-component', 'name: a\nimplementation: {container: {image: b}}\n'],
    ['not-yaml', 'a: [1\n'],
    ['not-recognised', 'a: 1\n'],
    ['native-not-read', 'apiVersion: pipewright.dev/v1\nkind: Sandwich\n'],
  ])('%s', (code, text) => {
    expect(importSource(text)).toMatchObject({ ok: false, error: [{ code }] });
  });
});
