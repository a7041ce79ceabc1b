import type { ParameterType } from '../../model/port-type.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';

/**
 * The KFP v2 IR as JSON. KFP proto: `pipeline_spec.proto`; field presence follows the SDK's output.
 * Values inside `constant`, `defaultValue` and the like are Structs: their numbers are floats.
 */
export interface PipelineSpec {
  readonly components: { readonly [key: string]: ComponentSpec };
  readonly defaultPipelineRoot?: string;
  readonly deploymentSpec: { readonly executors?: { readonly [label: string]: Executor } };
  readonly pipelineInfo: { readonly name: string; readonly displayName?: string; readonly description?: string };
  readonly root: ComponentSpec;
  readonly schemaVersion: string;
  readonly sdkVersion?: string;
}

export interface ComponentSpec {
  readonly inputDefinitions?: InputDefinitions;
  readonly outputDefinitions?: OutputDefinitions;
  readonly dag?: Dag;
  readonly executorLabel?: string;
  readonly taskConfigPassthroughs?: readonly { readonly field: string; readonly applyToTask?: boolean }[];
}

export interface InputDefinitions {
  readonly parameters?: { readonly [name: string]: ParameterDefinition };
  readonly artifacts?: { readonly [name: string]: ArtifactDefinition };
}

export interface OutputDefinitions {
  readonly parameters?: {
    readonly [name: string]: { readonly parameterType: ParameterType; readonly description?: string };
  };
  readonly artifacts?: { readonly [name: string]: ArtifactDefinition };
}

export interface ParameterDefinition {
  readonly parameterType: ParameterType;
  readonly defaultValue?: YamlTree;
  readonly isOptional?: boolean;
  readonly description?: string;
  readonly literals?: readonly YamlTree[];
}

export interface ArtifactDefinition {
  readonly artifactType: ArtifactTypeSchema;
  readonly isArtifactList?: boolean;
  readonly isOptional?: boolean;
  readonly description?: string;
}

export interface ArtifactTypeSchema {
  readonly schemaTitle?: string;
  readonly schemaVersion?: string;
  readonly instanceSchema?: string;
}

export interface Dag {
  readonly tasks?: { readonly [name: string]: TaskSpec };
  readonly outputs?: DagOutputs;
}

export interface DagOutputs {
  readonly parameters?: {
    readonly [name: string]: {
      readonly valueFromParameter?: { readonly producerSubtask: string; readonly outputParameterKey: string };
      readonly valueFromOneof?: {
        readonly parameterSelectors: readonly {
          readonly producerSubtask: string;
          readonly outputParameterKey: string;
        }[];
      };
    };
  };
  readonly artifacts?: {
    readonly [name: string]: {
      readonly artifactSelectors: readonly { readonly producerSubtask: string; readonly outputArtifactKey: string }[];
    };
  };
}

export interface TaskSpec {
  readonly taskInfo?: { readonly name: string };
  readonly componentRef: { readonly name: string };
  readonly cachingOptions?: { readonly enableCache?: boolean; readonly cacheKey?: string };
  readonly dependentTasks?: readonly string[];
  readonly inputs?: TaskInputs;
  readonly retryPolicy?: RetryPolicy;
  readonly triggerPolicy?: { readonly condition?: string; readonly strategy?: string };
  readonly parameterIterator?: {
    readonly itemInput: string;
    readonly items: { readonly inputParameter?: string; readonly raw?: string };
  };
  readonly artifactIterator?: { readonly itemInput: string; readonly items: { readonly inputArtifact: string } };
  readonly iteratorPolicy?: { readonly parallelismLimit?: number };
}

export interface TaskInputs {
  readonly parameters?: { readonly [name: string]: InputParameterSpec };
  readonly artifacts?: { readonly [name: string]: InputArtifactSpec };
}

export interface InputParameterSpec {
  readonly runtimeValue?: { readonly constant: YamlTree };
  readonly componentInputParameter?: string;
  readonly taskOutputParameter?: { readonly producerTask: string; readonly outputParameterKey: string };
  readonly taskFinalStatus?: { readonly producerTask: string };
  readonly parameterExpressionSelector?: string;
}

export interface InputArtifactSpec {
  readonly componentInputArtifact?: string;
  readonly taskOutputArtifact?: { readonly producerTask: string; readonly outputArtifactKey: string };
}

/** Durations are texts such as `30s`. */
export interface RetryPolicy {
  readonly maxRetryCount?: number;
  readonly backoffDuration?: string;
  readonly backoffFactor?: YamlTree;
  readonly backoffMaxDuration?: string;
}

export interface Executor {
  readonly container?: ContainerExecutor;
  readonly importer?: ImporterExecutor;
}

export interface ContainerExecutor {
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  /** An empty value is left out, as proto3 JSON does. */
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly resources?: ContainerResources;
}

export interface ContainerResources {
  readonly cpuLimit?: YamlTree;
  readonly cpuRequest?: YamlTree;
  readonly memoryLimit?: YamlTree;
  readonly memoryRequest?: YamlTree;
  readonly resourceCpuLimit?: string;
  readonly resourceCpuRequest?: string;
  readonly resourceMemoryLimit?: string;
  readonly resourceMemoryRequest?: string;
  readonly accelerator?: {
    readonly type?: string;
    readonly count?: string;
    readonly resourceType?: string;
    readonly resourceCount?: string;
  };
}

export interface ImporterExecutor {
  readonly artifactUri: { readonly constant?: string; readonly runtimeParameter?: string };
  readonly typeSchema: ArtifactTypeSchema;
  readonly reimport?: boolean;
  readonly metadata?: YamlTree;
  readonly downloadToWorkspace?: boolean;
}

/** The second document of an IR file. */
export interface PlatformSpec {
  readonly platforms: {
    readonly [platform: string]: {
      readonly deploymentSpec?: {
        readonly executors?: { readonly [label: string]: { readonly [field: string]: YamlTree } };
      };
      readonly pipelineConfig?: { readonly [field: string]: YamlTree };
    };
  };
}
