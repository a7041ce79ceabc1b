import type { PipelineDocument, PipelineRecord } from '../../model/document.ts';
import { pipelineRecord } from '../../model/lookups.ts';
import { pythonJson } from '../../yaml/python-text.ts';
import { writePythonYaml } from '../../yaml/write-python-yaml.ts';
import { type ArgoMap, byName, filledFields } from './argo-tree.ts';
import { constantText } from './constant-text.ts';
import { WORKSPACE_VOLUME } from './container-template.ts';
import type { Emission } from './emission.ts';
import { emitRoot } from './emit-pipeline.ts';
import { flowName } from './names.ts';

/** What is known only where a workflow will run. */
export interface ArgoOptions {
  /** The service account of its pods; the namespace's default unless given. */
  readonly serviceAccountName?: string;
}

/**
 * A document without errors as an Argo Workflow, in the manner of the SDK 1.8 and for Argo alone: nothing of a KFP
 * backend has to be there when it runs.
 */
export function writeArgoText(document: PipelineDocument, options: ArgoOptions = {}): string {
  return writePythonYaml(argoWorkflow(document, options), { sortKeys: false, blockTexts: true, quoteForGo: true });
}

/** The same as a tree. */
export function argoWorkflow(document: PipelineDocument, options: ArgoOptions = {}): ArgoMap {
  const emission: Emission = {
    document,
    templates: [],
    templateNames: new Set(),
    definitions: new Map(),
    imagePullSecrets: new Set(),
  };
  const pipeline = pipelineRecord(document, document.root);
  const entrypoint = emitRoot(emission);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: {
      generateName: `${pipeline.name}-`,
      annotations: { ...pipeline.annotations, 'pipelines.kubeflow.org/pipeline_spec': interfaceJson(pipeline) },
    },
    spec: {
      entrypoint,
      templates: emission.templates.sort(byName),
      arguments: { parameters: runParameters(pipeline) },
      ...filledFields({
        serviceAccountName: options.serviceAccountName,
        onExit: emission.onExit,
        imagePullSecrets: [...emission.imagePullSecrets].map((name) => ({ name })),
      }),
      ...platformFields(pipeline),
    },
  };
}

function runParameters({ inputs }: PipelineRecord): readonly ArgoMap[] {
  return inputs.flatMap(({ name, type, default: value }) => {
    if (type.kind !== 'parameter') return [];
    return [
      { name: flowName(name), ...(value === undefined ? {} : { value: constantText(value, type.parameterType) }) },
    ];
  });
}

/** KFP SDK 1.8: the types of KFP v1 for those of the IR. */
const V1_TYPES: { readonly [type: string]: string } = {
  STRING: 'String',
  NUMBER_INTEGER: 'Integer',
  NUMBER_DOUBLE: 'Float',
  BOOLEAN: 'Boolean',
  LIST: 'JsonArray',
  STRUCT: 'JsonObject',
};

/** KFP SDK 1.8: what the annotation `pipeline_spec` says of a pipeline. */
function interfaceJson({ name, description, inputs }: PipelineRecord): string {
  const ports = inputs.flatMap(({ name: input, type, default: value }) => {
    if (type.kind !== 'parameter') return [];
    const known = filledFields({ type: V1_TYPES[type.parameterType] });
    const given = value === undefined ? {} : { default: constantText(value, type.parameterType), optional: true };
    return [{ name: input, ...known, ...given }];
  });
  return pythonJson(filledFields({ description: description === '' ? undefined : description, inputs: ports, name }), {
    sortKeys: true,
  });
}

/** Settings of the whole run. */
function platformFields({ platform }: PipelineRecord): ArgoMap {
  if (platform === undefined) return {};
  const { workspace } = platform;
  const claim = {
    metadata: { name: WORKSPACE_VOLUME },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: workspace?.size ?? '' } },
      ...workspace?.pvcSpecPatch,
    },
  };
  return filledFields({
    activeDeadlineSeconds: positive(platform.activeDeadlineSeconds),
    ttlStrategy: filledFields({
      secondsAfterCompletion: positive(platform.ttlSecondsOnCompletion),
      secondsAfterSuccess: positive(platform.ttlSecondsOnSuccess),
      secondsAfterFailure: positive(platform.ttlSecondsOnFailure),
    }),
    volumeClaimTemplates: workspace === undefined ? undefined : [claim],
  });
}

function positive(value: number | undefined): number | undefined {
  return value === undefined || value <= 0 ? undefined : value;
}
