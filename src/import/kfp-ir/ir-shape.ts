import { anything, fields, flag, integer, listOf, mapOf, oneOf, type Shape, text } from './shape.ts';

const parameterType = oneOf(
  'STRING',
  'NUMBER_INTEGER',
  'NUMBER_DOUBLE',
  'BOOLEAN',
  'LIST',
  'STRUCT',
  'TASK_FINAL_STATUS',
  'TASK_CONFIG',
);
const artifactType = fields({ schemaTitle: text, schemaVersion: text });
const common = { description: text, isOptional: flag };
const ports = fields({
  parameters: mapOf(fields({ ...common, parameterType }, ['parameterType'])),
  artifacts: mapOf(fields({ ...common, artifactType, isArtifactList: flag }, ['artifactType'])),
});

const taskOutputParameter = fields({ producerTask: text, outputParameterKey: text }, [
  'producerTask',
  'outputParameterKey',
]);
const taskOutputArtifact = fields({ producerTask: text, outputArtifactKey: text }, [
  'producerTask',
  'outputArtifactKey',
]);

/** KFP proto: TaskInputsSpec.InputParameterSpec. */
export const parameterSource = fields({
  runtimeValue: fields({ constant: anything }, ['constant']),
  componentInputParameter: text,
  taskOutputParameter,
  taskFinalStatus: fields({ producerTask: text }),
  parameterExpressionSelector: text,
});

const task = fields(
  {
    cachingOptions: fields({ enableCache: flag, cacheKey: text }),
    componentRef: fields({ name: text }, ['name']),
    dependentTasks: listOf(text),
    inputs: fields({
      parameters: mapOf(parameterSource),
      artifacts: mapOf(fields({ componentInputArtifact: text, taskOutputArtifact })),
    }),
    retryPolicy: fields({ maxRetryCount: integer, backoffDuration: text, backoffMaxDuration: text }),
    taskInfo: fields({ name: text }, ['name']),
    triggerPolicy: fields({ condition: text, strategy: text }),
    parameterIterator: fields({ itemInput: text, items: fields({ inputParameter: text, raw: text }) }, [
      'itemInput',
      'items',
    ]),
    artifactIterator: fields({ itemInput: text, items: fields({ inputArtifact: text }, ['inputArtifact']) }, [
      'itemInput',
      'items',
    ]),
    iteratorPolicy: fields({ parallelismLimit: integer }),
  },
  ['componentRef'],
);

const parameterSelector = fields({ producerSubtask: text, outputParameterKey: text }, [
  'producerSubtask',
  'outputParameterKey',
]);
const artifactSelector = fields({ producerSubtask: text, outputArtifactKey: text }, [
  'producerSubtask',
  'outputArtifactKey',
]);

const component = fields({
  dag: fields({
    outputs: fields({
      parameters: mapOf(
        fields({
          valueFromParameter: parameterSelector,
          valueFromOneof: fields({ parameterSelectors: listOf(parameterSelector) }, ['parameterSelectors']),
        }),
      ),
      artifacts: mapOf(fields({ artifactSelectors: listOf(artifactSelector) })),
    }),
    tasks: mapOf(task),
  }),
  executorLabel: text,
  inputDefinitions: ports,
  outputDefinitions: ports,
});

const resources = fields({
  accelerator: fields({ type: text, count: text, resourceType: text, resourceCount: text }),
  resourceCpuLimit: text,
  resourceCpuRequest: text,
  resourceMemoryLimit: text,
  resourceMemoryRequest: text,
});

const executor = fields({
  container: fields(
    {
      args: listOf(text),
      command: listOf(text),
      env: listOf(fields({ name: text, value: text }, ['name'])),
      image: text,
      resources,
    },
    ['image'],
  ),
  importer: fields(
    { artifactUri: fields({ constant: text, runtimeParameter: text }), reimport: flag, typeSchema: artifactType },
    ['typeSchema'],
  ),
});

/** KFP proto: PipelineSpec, as far as it is read. */
export const PIPELINE_SPEC: Shape = fields(
  {
    components: mapOf(component),
    defaultPipelineRoot: text,
    deploymentSpec: fields({ executors: mapOf(executor) }),
    pipelineInfo: fields({ name: text, displayName: text, description: text }, ['name']),
    root: component,
    schemaVersion: text,
    sdkVersion: text,
  },
  ['pipelineInfo', 'root', 'schemaVersion'],
);

/** KFP proto: PlatformSpec, as far as it is read. What is in an executor's entry is read with more care later. */
export const PLATFORM_SPEC: Shape = fields({
  platforms: fields({
    kubernetes: fields({
      deploymentSpec: fields({ executors: mapOf(mapOf(anything)) }),
      pipelineConfig: fields({ workspace: mapOf(anything) }),
    }),
  }),
});
