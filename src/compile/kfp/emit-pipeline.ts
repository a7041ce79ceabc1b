import type { PipelineRecord } from '../../model/document.ts';
import type { PipelinePlatformSettings } from '../../model/kubernetes-settings.ts';
import type { CompiledPipeline } from '../compiled-pipeline.ts';
import type { PlannedDag } from '../plan/plan.ts';
import type { Emission } from './emission.ts';
import { emitPipelineDag } from './emit-dag.ts';
import type { PipelineSpec, PlatformSpec } from './ir.ts';
import { type Fields, presentFields } from './present-fields.ts';
import { sourceMapOf } from './source-map.ts';
import { structValue } from './struct-value.ts';

/** KFP proto: the only version the backend takes. */
const SCHEMA_VERSION = '2.1.0';

/** Writes a planned pipeline down as KFP v2 IR. */
export function emitPipeline(pipeline: PipelineRecord, dag: PlannedDag): CompiledPipeline {
  const emission = emitPipelineDag(dag, new Map());
  const { entries: executors } = emission.executors;
  const { name, displayName, description, defaultPipelineRoot } = pipeline;
  const spec: PipelineSpec = {
    components: emission.components.entries,
    ...(isEmpty(defaultPipelineRoot) ? {} : { defaultPipelineRoot }),
    deploymentSpec: Object.keys(executors).length === 0 ? {} : { executors },
    pipelineInfo: {
      ...(isEmpty(description) ? {} : { description }),
      ...(isEmpty(displayName) ? {} : { displayName }),
      name,
    },
    root: emission.root,
    schemaVersion: SCHEMA_VERSION,
  };
  const platform = emitPlatform(pipeline.platform, emission);
  return {
    spec,
    ...(platform === undefined ? {} : { platform }),
    sourceMap: sourceMapOf(dag),
    hints: emission.hints,
  };
}

function isEmpty(text: string | undefined): text is undefined | '' {
  return text === undefined || text === '';
}

/** The second document; it exists only if there is something in it. */
function emitPlatform(
  settings: PipelinePlatformSettings | undefined,
  { platform }: Emission,
): PlatformSpec | undefined {
  const pipelineConfig = settings === undefined ? {} : emitConfig(settings);
  const hasExecutors = Object.keys(platform).length > 0;
  const hasConfig = Object.keys(pipelineConfig).length > 0;
  if (!hasExecutors && !hasConfig) return undefined;
  const kubernetes = {
    ...(hasExecutors ? { deploymentSpec: { executors: platform } } : {}),
    ...(hasConfig ? { pipelineConfig } : {}),
  };
  return { platforms: { kubernetes } };
}

/** KFP proto: PipelineConfig. Its numbers are int32, which the SDK writes when they are not 0. */
function emitConfig(settings: PipelinePlatformSettings): Fields {
  const { workspace } = settings;
  return presentFields({
    activeDeadlineSeconds: positive(settings.activeDeadlineSeconds),
    resourceTtlOnCompletion: positive(settings.ttlSecondsOnCompletion),
    resourceTtlOnFailure: positive(settings.ttlSecondsOnFailure),
    resourceTtlOnSuccess: positive(settings.ttlSecondsOnSuccess),
    workspace: workspace && {
      kubernetes: { pvcSpecPatch: structValue(workspace.pvcSpecPatch ?? {}) },
      ...(workspace.size === '' ? {} : { size: workspace.size }),
    },
  });
}

function positive(value: number | undefined): number | undefined {
  return value === undefined || value <= 0 ? undefined : value;
}
