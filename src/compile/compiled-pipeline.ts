import type { NodeId, PipelineId } from '../model/ids.ts';
import type { PipelineSpec, PlatformSpec } from './kfp/ir.ts';

/** What compiling a document for KFP gives. */
export interface CompiledPipeline {
  readonly spec: PipelineSpec;
  readonly platform?: PlatformSpec;
  readonly sourceMap: SourceMap;
  readonly hints: LocalHints;
}

/** IR task path (`for-loop-2/train`, `sub-task/inner`) to what it came from, and back. */
export interface SourceMap {
  readonly byIrPath: ReadonlyMap<string, SourcePlace>;
  readonly byNode: ReadonlyMap<NodeId, readonly string[]>;
}

export interface SourcePlace {
  readonly pipeline: PipelineId;
  readonly node: NodeId;
  /** The names of tasks from the root, through sub-pipeline tasks; groups are not part of it. */
  readonly documentPath: string;
}

/** By executor label: how to run it as a process on this machine. From the component's annotations. */
export interface LocalHints {
  readonly [executorLabel: string]: {
    /** `pipewright.dev/source`: the component's folder stands in for a path of the image. */
    readonly sources?: readonly { readonly folder: string; readonly imagePath: string }[];
    /** `pipewright.dev/requirements`: a pip requirements file, relative to the component's folder. */
    readonly requirements?: string;
    /** Where the component's text was read, as its origin says. */
    readonly origin?: string;
  };
}
