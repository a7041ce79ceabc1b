import type { JsonValue } from '../../model/json.ts';
import type { OutputValue, RunPhase, RunReason } from '../run-state.ts';

/** An artifact as tasks hand it on. */
export interface RuntimeArtifact {
  readonly name: string;
  readonly uri: string;
  /** Where its content is on this machine, when `uri` does not say: imported artifacts, outputs with a path of their own. */
  readonly path?: string;
  readonly schemaTitle: string;
  readonly schemaVersion: string;
  readonly metadata: { readonly [key: string]: JsonValue };
  /** Bytes, where known. */
  readonly size?: number;
  /** Its program wrote no content, only metadata: metrics often are so. */
  readonly empty?: true;
}

/** What a task instance gave. */
export interface TaskOutputs {
  readonly parameters: { readonly [name: string]: JsonValue };
  readonly artifacts: { readonly [name: string]: readonly RuntimeArtifact[] };
}

/**
 * One line of a local run's event log. The log only grows; the run's state is a function of it.
 * `at` is milliseconds since 1970. Secret parameter values never stand in a fact.
 */
export type RunFact =
  | {
      readonly type: 'run-created';
      readonly at: number;
      readonly runId: string;
      readonly name: string;
      readonly pipelineName: string;
    }
  | { readonly type: 'run-started'; readonly at: number }
  /** A run that had ended goes on: what succeeded stays, all else is to be done again. */
  | { readonly type: 'run-resumed'; readonly at: number }
  /** Something people should know, such as a setting that has no effect here. `task` names the IR task it is about. */
  | { readonly type: 'run-note'; readonly at: number; readonly note: RunReason; readonly task?: string }
  | {
      readonly type: 'task-started';
      readonly at: number;
      readonly key: string;
      readonly attempt: number;
      readonly inputs?: { readonly [port: string]: OutputValue };
    }
  | {
      readonly type: 'task-process';
      readonly at: number;
      readonly key: string;
      readonly attempt: number;
      readonly pid: number;
      readonly startToken: string;
    }
  | {
      readonly type: 'task-succeeded';
      readonly at: number;
      readonly key: string;
      readonly attempt: number;
      readonly outputs: TaskOutputs;
      readonly reusedFrom?: string;
      readonly cached?: boolean;
    }
  | {
      readonly type: 'task-failed';
      readonly at: number;
      readonly key: string;
      readonly attempt: number;
      readonly reason: RunReason;
      readonly exitCode?: number;
    }
  | {
      readonly type: 'task-retrying';
      readonly at: number;
      readonly key: string;
      readonly attempt: number;
      readonly delayMilliseconds: number;
    }
  | { readonly type: 'task-skipped'; readonly at: number; readonly key: string; readonly reason: RunReason }
  | { readonly type: 'task-cancelled'; readonly at: number; readonly key: string }
  | { readonly type: 'run-cancelling'; readonly at: number }
  | {
      readonly type: 'run-ended';
      readonly at: number;
      readonly phase: RunPhase;
      readonly reason?: RunReason;
      readonly outputs: TaskOutputs;
    };

/** The path of an artifact's content on this machine. */
export function artifactLocation(artifact: RuntimeArtifact): string {
  return artifact.path ?? artifact.uri;
}

/** A fact without its time: what the scheduler concludes and the host stamps. */
export type Untimed<Fact> = Fact extends { readonly at: number } ? Omit<Fact, 'at'> : never;
export type RunConclusion = Untimed<RunFact>;
