import type { Argument, Reference } from '../model/argument.ts';
import type { PipelineId, TaskId } from '../model/ids.ts';
import type { SentenceValues } from '../words/sentence.ts';
import type { Fix, OfferChange } from './diagnostic.ts';

/** What a wire is drawn from: a reference and the pipeline in which it is drawn. */
export interface ConnectionSource {
  readonly pipeline: PipelineId;
  readonly reference: Reference;
}

/** Where a wire may end: an input port of a task, or an output of the pipeline. */
export type ConnectionTarget = { readonly task: TaskId; readonly port: string } | { readonly output: string };

/** Whether a wire may be drawn, and if not why. `code` is that of a diagnostic: the sentence is `diagnostic.<code>`. */
export type ConnectionVerdict =
  | {
      readonly ok: true;
      /** What the target holds now and would lose. */
      readonly replaces?: Argument;
    }
  | {
      readonly ok: false;
      readonly code: string;
      readonly values: SentenceValues;
      /** What KFP has instead, the best first. Absent where there is nothing. */
      readonly offers?: readonly ConnectionOffer[];
    };

/** A construct that does what the refused wire was meant to. Its label is `fix.<kind>`; `applyFix` makes the edit. */
export interface ConnectionOffer extends Fix {
  readonly change: OfferChange;
}

/** Answers for one target after the other while a wire is being drawn. */
export type ConnectionCheck = (target: ConnectionTarget) => ConnectionVerdict;
