import type { ComponentSpec, Executor } from '../../compile/kfp/ir.ts';
import type { JsonValue } from '../../model/json.ts';
import type { RunConclusion, RuntimeArtifact } from '../facts/run-fact.ts';
import type { TaskPlatform } from '../platform/task-platform.ts';

/** Everything an engine needs to know of one task instance. */
export interface TaskJob {
  readonly key: string;
  readonly irPath: string;
  readonly taskName: string;
  readonly executorLabel: string;
  readonly executor: Executor;
  readonly component: ComponentSpec;
  readonly inputs: TaskInputs;
  readonly caching: boolean;
  readonly cacheKey?: string;
  /** Its Kubernetes settings, references resolved. */
  readonly platform?: TaskPlatform;
}

/** Resolved values of a task's or a DAG's inputs. Inputs that were not given and have no default are absent. */
export interface TaskInputs {
  readonly parameters: { readonly [name: string]: JsonValue };
  readonly artifacts: { readonly [name: string]: readonly RuntimeArtifact[] };
}

/** What the scheduler wants done. The host does it and answers with facts. */
export type RunAction =
  /** To be written to the log; the scheduler already knows it. */
  | { readonly type: 'record'; readonly fact: RunConclusion }
  | { readonly type: 'start-task'; readonly job: TaskJob; readonly attempt: number }
  /** Call `retryDue` for this key after the delay. */
  | {
      readonly type: 'wait-to-retry';
      readonly key: string;
      readonly attempt: number;
      readonly delayMilliseconds: number;
    }
  | { readonly type: 'cancel-task'; readonly key: string }
  | { readonly type: 'end-run'; readonly fact: RunConclusion & { readonly type: 'run-ended' } };
