import type { JsonValue } from '../model/json.ts';

/**
 * The one shape of a run, wherever it runs. Local runs, KFP runs and Argo workflows are reduced to it.
 * It is plain JSON: it crosses the host contract as it is. Times are milliseconds since 1970.
 */
export interface RunState {
  readonly id: string;
  readonly source: 'local' | 'kfp' | 'argo';
  readonly name: string;
  readonly pipelineName: string;
  readonly phase: RunPhase;
  readonly createdAt: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** Why it ended as it did, when that needs saying. */
  readonly reason?: RunReason;
  /** By task key. */
  readonly tasks: { readonly [key: string]: TaskRun };
  /** Values of the pipeline's outputs, once known. */
  readonly outputs: { readonly [name: string]: OutputValue };
  /** What people should know of the run besides its tasks, such as settings that have no effect here. */
  readonly notes?: readonly RunNote[];
}

/** A note on a run; `task` is the IR task it is about. */
export type RunNote = RunReason & { readonly task?: string };

export type RunPhase = 'pending' | 'running' | 'cancelling' | 'succeeded' | 'failed' | 'cancelled' | 'interrupted';

export type TaskPhase =
  | 'pending'
  | 'waiting'
  | 'running'
  | 'retrying'
  | 'succeeded'
  | 'cached'
  | 'failed'
  | 'skipped'
  | 'cancelled'
  | 'interrupted';

/**
 * One task instance. Its key is the IR task path with iterations, such as `for-loop-2[0]/train`;
 * outside loops it is the IR task path itself.
 */
export interface TaskRun {
  readonly key: string;
  /** The IR task path without iterations. */
  readonly irPath: string;
  /** The document's path (task names through sub-pipelines), where the source map knows it. */
  readonly documentPath?: string;
  readonly kind: 'container' | 'importer' | 'dag';
  readonly phase: TaskPhase;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly exitCode?: number;
  readonly reason?: RunReason;
  /** The run whose outputs were taken over, for cache hits and "run from here". */
  readonly reusedFrom?: string;
  readonly inputs?: { readonly [port: string]: OutputValue };
  readonly outputs: { readonly [port: string]: OutputValue };
}

/** A code of the words catalogue (`run.<code>`) with its values. */
export interface RunReason {
  readonly code: string;
  readonly values?: { readonly [name: string]: string | number };
}

export type OutputValue =
  | { readonly kind: 'parameter'; readonly value: JsonValue; readonly masked?: boolean }
  | {
      readonly kind: 'artifact';
      readonly schemaTitle: string;
      readonly uri: string;
      /** Where its content is on this machine, when `uri` does not say. */
      readonly path?: string;
      /** Bytes, where known. */
      readonly size?: number;
      readonly metadata?: { readonly [key: string]: JsonValue };
    };

/** True when nothing more will happen. */
export function isRunEnded(phase: RunPhase): boolean {
  return phase === 'succeeded' || phase === 'failed' || phase === 'cancelled' || phase === 'interrupted';
}

/** True when the task instance will not change any more. */
export function isTaskEnded(phase: TaskPhase): boolean {
  return phase !== 'pending' && phase !== 'waiting' && phase !== 'running' && phase !== 'retrying';
}
