/** Everything a KFP v2 IR file can use that needs code of its own in the compiler. */
export type IrFeature =
  | 'condition'
  | 'loop'
  | 'artifact-loop'
  | 'exit-handler'
  | 'one-of'
  | 'sub-dag'
  | 'collected'
  | 'importer'
  | 'other-executor'
  | 'trigger-strategy'
  | 'task-final-status'
  | 'task-config'
  | 'dynamic-resources'
  | 'dynamic-image'
  | 'environment-placeholder'
  | 'dynamic-retry'
  | 'pipeline-config'
  | 'default-pipeline-root'
  | 'image-pull-policy'
  | 'other-platform-setting'
  | 'environment'
  | 'resources'
  | 'retry'
  | 'caching-disabled'
  | 'cache-key'
  | 'text-with-references'
  | 'pipeline-inputs'
  | 'pipeline-outputs'
  | 'run-after'
  | 'container';

/** What a directed graph of container components may use. */
export const GRAPH_FEATURES: ReadonlySet<IrFeature> = new Set<IrFeature>([
  'container',
  'environment',
  'resources',
  'retry',
  'caching-disabled',
  'cache-key',
  'text-with-references',
  'pipeline-inputs',
  'pipeline-outputs',
  'run-after',
  'image-pull-policy',
]);

/** Whether a file uses nothing beyond a directed graph of container components. */
export function isPlainGraph(documents: readonly unknown[]): boolean {
  return [...describeIrFeatures(documents)].every((feature) => GRAPH_FEATURES.has(feature));
}

type Found = Set<IrFeature>;
type Fields = { readonly [key: string]: unknown };

/** Lists what an IR file uses, given as its YAML documents (IR, then the platform document if there is one). */
export function describeIrFeatures(documents: readonly unknown[]): Set<IrFeature> {
  const found: Found = new Set();
  const [spec, platform] = documents.filter((document) => document !== null);
  if (fields(spec).defaultPipelineRoot !== undefined) found.add('default-pipeline-root');
  for (const executor of values(fields(fields(spec).deploymentSpec).executors)) describeExecutor(executor, found);
  const components = fields(fields(spec).components);
  describeRoot(fields(fields(spec).root), found);
  for (const component of [fields(spec).root, ...values(components)]) describeComponent(component, components, found);
  for (const one of values(fields(platform).platforms)) describePlatform(one, found);
  return found;
}

function describeRoot(root: Fields, found: Found): void {
  if (root.inputDefinitions !== undefined) found.add('pipeline-inputs');
  if (root.outputDefinitions !== undefined) found.add('pipeline-outputs');
}

function describeExecutor(executor: unknown, found: Found): void {
  const { container, importer } = fields(executor);
  if (importer !== undefined) found.add('importer');
  else if (container !== undefined) describeContainer(fields(container), found);
  else found.add('other-executor');
}

function describeContainer(container: Fields, found: Found): void {
  found.add('container');
  if (holdsPlaceholder(container.image)) found.add('dynamic-image');
  if (container.resources !== undefined) {
    found.add(holdsPlaceholder(container.resources) ? 'dynamic-resources' : 'resources');
  }
  if (container.env !== undefined)
    found.add(holdsPlaceholder(container.env) ? 'environment-placeholder' : 'environment');
}

function describeComponent(component: unknown, components: Fields, found: Found): void {
  const { dag, taskConfigPassthroughs, inputDefinitions } = fields(component);
  if (taskConfigPassthroughs !== undefined) found.add('task-config');
  for (const parameter of values(fields(inputDefinitions).parameters)) {
    if (fields(parameter).parameterType === 'TASK_FINAL_STATUS') found.add('task-final-status');
    if (fields(parameter).parameterType === 'TASK_CONFIG') found.add('task-config');
  }
  if (dag === undefined) return;
  describeOutputs(fields(dag).outputs, found);
  for (const task of values(fields(dag).tasks)) describeTask(fields(task), components, found);
}

function describeOutputs(outputs: unknown, found: Found): void {
  for (const parameter of values(fields(outputs).parameters)) {
    if (fields(parameter).valueFromOneof !== undefined) found.add('one-of');
  }
  for (const artifact of values(fields(outputs).artifacts)) {
    if (values(fields(artifact).artifactSelectors).length > 1) found.add('one-of');
  }
}

function describeTask(task: Fields, components: Fields, found: Found): void {
  if (task.parameterIterator !== undefined) found.add('loop');
  if (task.artifactIterator !== undefined) found.add('artifact-loop');
  describeTrigger(fields(task.triggerPolicy), found);
  describeTarget(task, components, found);
  if (task.retryPolicy !== undefined) found.add(holdsPlaceholder(task.retryPolicy) ? 'dynamic-retry' : 'retry');
  const caching = fields(task.cachingOptions);
  if (task.cachingOptions !== undefined && caching.enableCache !== true) found.add('caching-disabled');
  if (caching.cacheKey !== undefined) found.add('cache-key');
  describeInputs(task, found);
}

function describeTrigger(policy: Fields, found: Found): void {
  if (policy.condition !== undefined) found.add('condition');
  if (policy.strategy !== undefined) found.add('trigger-strategy');
}

function describeTarget(task: Fields, components: Fields, found: Found): void {
  const target = fields(components[String(fields(task.componentRef).name)]);
  if (target.dag === undefined) return;
  found.add('sub-dag');
  if (String(fields(task.taskInfo).name).startsWith('exit-handler-')) found.add('exit-handler');
}

function describeInputs(task: Fields, found: Found): void {
  const sources = new Set<unknown>();
  for (const input of [...values(fields(task.inputs).parameters), ...values(fields(task.inputs).artifacts)]) {
    const { taskOutputParameter, taskOutputArtifact, taskFinalStatus, runtimeValue } = fields(input);
    sources.add(fields(taskOutputParameter ?? taskOutputArtifact).producerTask);
    if (taskFinalStatus !== undefined) found.add('task-final-status');
    if (holdsPlaceholder(runtimeValue)) found.add('text-with-references');
  }
  if (values(task.dependentTasks).some((name) => !sources.has(name))) found.add('run-after');
}

function describePlatform(platform: unknown, found: Found): void {
  const { deploymentSpec, pipelineConfig } = fields(platform);
  if (pipelineConfig !== undefined) found.add('pipeline-config');
  for (const config of values(fields(deploymentSpec).executors)) {
    for (const name of Object.keys(fields(config))) {
      found.add(name === 'imagePullPolicy' ? 'image-pull-policy' : 'other-platform-setting');
    }
  }
}

/** Whether a reference to an input stands anywhere in a value. */
function holdsPlaceholder(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('{{$.inputs.') || value.includes('{{channel:');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsPlaceholder);
}

/** The fields of a map; of anything else, none. */
function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function values(value: unknown): readonly unknown[] {
  return Object.values(fields(value));
}
