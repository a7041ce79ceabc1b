import { writePythonYamlDocuments } from '../../yaml/write-python-yaml.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { CompiledPipeline } from '../compiled-pipeline.ts';
import { SDK_VERSION } from '../kfp/write-ir-text.ts';

/** KFP SDK: `KubernetesManifestOptions`. What is left out is named after the pipeline. */
export interface ManifestOptions {
  readonly displayName?: string;
  readonly versionName?: string;
  readonly versionDisplayName?: string;
  readonly namespace?: string;
  /** Leaves the object `Pipeline` out, for a further version of a pipeline that is there already. */
  readonly versionOnly?: boolean;
}

const API_VERSION = 'pipelines.kubeflow.org/v2beta1';

/**
 * A compiled pipeline as Kubernetes objects, for `kubectl apply`: `Pipeline` and `PipelineVersion`.
 * Equal to what the SDK's `Compiler().compile(…, kubernetes_manifest_format=True)` writes.
 */
export function writeManifestText(
  { spec, platform }: Pick<CompiledPipeline, 'spec' | 'platform'>,
  options: ManifestOptions = {},
): string {
  const { name, description } = spec.pipelineInfo;
  const { displayName = name, versionName = name, versionDisplayName = versionName } = options;
  const described = description === undefined ? {} : { description };
  const pipeline = manifestOf('Pipeline', name, options, { displayName, ...described });
  const version = manifestOf('PipelineVersion', versionName, options, {
    displayName: versionDisplayName,
    pipelineName: name,
    pipelineSpec: { ...spec, sdkVersion: SDK_VERSION },
    ...(platform === undefined ? {} : { platformSpec: platform }),
    ...described,
  });
  return writePythonYamlDocuments(options.versionOnly ? [version] : [pipeline, version]);
}

function manifestOf(
  kind: string,
  name: string,
  { namespace }: ManifestOptions,
  spec: { readonly [field: string]: unknown },
): YamlTree {
  const metadata = namespace === undefined ? { name } : { name, namespace };
  return { apiVersion: API_VERSION, kind, metadata, spec: spec as YamlTree };
}
