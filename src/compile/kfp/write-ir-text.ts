import { writePythonYamlDocuments } from '../../yaml/write-python-yaml.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { CompiledPipeline } from '../compiled-pipeline.ts';
import { writeHeader } from './write-header.ts';

/** The SDK release whose output ours equals. The backend reads it for nothing but logs. */
export const SDK_VERSION = 'kfp-2.17.0';

/**
 * The text of a compiled pipeline: header comment, PipelineSpec and, where there is one, the platform document.
 * Equal to what the SDK's `Compiler().compile(…)` writes for the same pipeline.
 */
export function writeIrText(
  { spec, platform }: Pick<CompiledPipeline, 'spec' | 'platform'>,
  options: { readonly sdkVersion?: string } = {},
): string {
  const pipeline = { ...spec, sdkVersion: options.sdkVersion ?? SDK_VERSION };
  const documents: unknown[] = platform === undefined ? [pipeline] : [pipeline, platform];
  return writeHeader(spec) + writePythonYamlDocuments(documents as readonly YamlTree[]);
}
