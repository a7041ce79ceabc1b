import { describe, expect, test } from 'vitest';
import { readForeignYaml } from '../../src/yaml/read-foreign-yaml.ts';
import { describeIrFeatures, isPlainGraph } from './classify-ir.ts';
import { CORPUS_MISSING, readCorpusFiles } from './corpus.ts';

if (CORPUS_MISSING !== undefined) console.warn(`skipped: features of the corpus, because ${CORPUS_MISSING}`);

function documentsOf(text: string): readonly unknown[] {
  const read = readForeignYaml(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.documents;
}

const TASK = { componentRef: { name: 'comp-a' }, cachingOptions: { enableCache: true }, taskInfo: { name: 'a' } };

/** A file with one container task, changed. */
function file(task: object, container: object = {}, platform?: object): unknown[] {
  const spec = {
    components: { 'comp-a': { executorLabel: 'exec-a' }, 'comp-d': { dag: { tasks: { inner: TASK } } } },
    deploymentSpec: { executors: { 'exec-a': { container: { image: 'x', ...container } } } },
    root: { dag: { tasks: { a: { ...TASK, ...task } } } },
  };
  return platform === undefined ? [spec] : [spec, { platforms: { kubernetes: platform } }];
}

const REFERENCE = "{{$.inputs.parameters['x']}}";

describe('features of IR', () => {
  test.each<[string, unknown[]]>([
    ['condition', file({ triggerPolicy: { condition: 'true' } })],
    ['trigger-strategy', file({ triggerPolicy: { strategy: 'ALL_UPSTREAM_TASKS_COMPLETED' } })],
    ['loop', file({ parameterIterator: {} })],
    ['artifact-loop', file({ artifactIterator: {} })],
    ['sub-dag', file({ componentRef: { name: 'comp-d' } })],
    ['exit-handler', file({ componentRef: { name: 'comp-d' }, taskInfo: { name: 'exit-handler-1' } })],
    ['retry', file({ retryPolicy: { maxRetryCount: 2 } })],
    ['caching-disabled', file({ cachingOptions: {} })],
    ['cache-key', file({ cachingOptions: { enableCache: true, cacheKey: 'k' } })],
    ['run-after', file({ dependentTasks: ['b'] })],
    ['text-with-references', file({ inputs: { parameters: { p: { runtimeValue: { constant: [REFERENCE] } } } } })],
    ['task-final-status', file({ inputs: { parameters: { s: { taskFinalStatus: {} } } } })],
    ['resources', file({}, { resources: { cpuLimit: 1 } })],
    ['dynamic-resources', file({}, { resources: { resourceCpuLimit: REFERENCE } })],
    ['dynamic-image', file({}, { image: REFERENCE })],
    ['environment', file({}, { env: [{ name: 'A', value: 'b' }] })],
    ['environment-placeholder', file({}, { env: [{ name: 'A', value: '{{channel:task=;name=x;type=String;}}' }] })],
    ['image-pull-policy', file({}, {}, { deploymentSpec: { executors: { 'exec-a': { imagePullPolicy: 'Always' } } } })],
    ['other-platform-setting', file({}, {}, { deploymentSpec: { executors: { 'exec-a': { nodeSelector: {} } } } })],
    ['pipeline-config', file({}, {}, { pipelineConfig: { resourceTtlOnCompletion: 1 } })],
  ])('finds %s', (feature, documents) => {
    expect([...describeIrFeatures(documents)]).toContain(feature);
    expect([...describeIrFeatures(file({}))]).toEqual(['container']);
  });
});

/** Files of the corpus that are directed graphs of container components and nothing more. */
const PLAIN_GRAPHS: readonly string[] = [
  'arguments_parameters.yaml',
  'component_with_env_variable.yaml',
  'component_with_optional_inputs.yaml',
  'container_no_input.yaml',
  'container_with_artifact_output.yaml',
  'embedded_artifact.yaml',
  'env-var.yaml',
  'input_artifact.yaml',
  'iris_pipeline_compiled.yaml',
  'log_streaming_compiled.yaml',
  'output_metrics.yaml',
  'pipeline_with_after.yaml',
  'pipeline_with_artifact_upload_download.yaml',
  'pipeline_with_concat_placeholder.yaml',
  'pipeline_with_dynamic_task_output_custom_training_job.yaml',
  'pipeline_with_env.yaml',
  'pipeline_with_utils.yaml',
  'pipeline_with_various_io_types.yaml',
  'pipeline_with_volume_long_name.yaml',
  'preprocess.yaml',
  'producer_consumer_param_pipeline.yaml',
  'pythonic_artifacts_test_pipeline.yaml',
  'run_as_user_cache_disabled.yaml',
  'sequential_v1.yaml',
  'sequential_v2.yaml',
  'two_step_pipeline_containerized.yaml',
  'xgboost_sample_pipeline.yaml',
];

describe.skipIf(CORPUS_MISSING !== undefined)('the corpus', () => {
  test('has these plain graphs', () => {
    const files = ['corpus/kfp-ir', 'corpus/kfp-kubernetes'].flatMap((folder) => readCorpusFiles(folder, '.yaml'));
    const plain = files.filter((one) => isPlainGraph(documentsOf(one.text))).map((one) => one.name);
    expect(plain).toEqual(PLAIN_GRAPHS);
  });
});
