import type { Reference } from '../model/argument.ts';
import type { ReferencePlace } from '../model/edits/replace-reference.ts';
import type { OneOfOutput } from '../model/group.ts';
import type { BodyId, GroupId, NodeId, NoteId, PipelineId, TaskId } from '../model/ids.ts';
import type { JsonValue } from '../model/json.ts';
import type { PipelinePlatformSettings } from '../model/kubernetes-settings.ts';
import type { PortType } from '../model/port-type.ts';
import type { SentenceValues } from '../words/sentence.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Something that is wrong or doubtful, as data. The sentence is `diagnostic.<code>` of the words catalogue. */
export interface Diagnostic {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: DiagnosticPlace;
  readonly values: SentenceValues;
  /** The first is the recommended one. */
  readonly fixes: readonly Fix[];
}

/** Where to jump. The most exact of what is given is meant. */
export interface DiagnosticPlace {
  readonly pipeline: PipelineId;
  readonly node?: NodeId;
  readonly note?: NoteId;
  readonly port?: { readonly side: 'in' | 'out'; readonly id: string };
  readonly pipelinePort?: { readonly side: 'input' | 'output'; readonly name: string };
  /** A setting, as a dotted path (`options.resources.cpuLimit`, `description`). */
  readonly field?: string;
  /** The other nodes concerned, in order (all members of a cycle). */
  readonly related?: readonly NodeId[];
}

/** A mend, as data. Its label is `fix.<kind>` with `values`. `applyFix` turns it into an edit. */
export interface Fix {
  readonly values: SentenceValues;
  readonly change: FixChange;
}

export type FixChange =
  | { readonly kind: 'remove-argument'; readonly task: TaskId; readonly port: string }
  | { readonly kind: 'set-argument-value'; readonly task: TaskId; readonly port: string; readonly value: JsonValue }
  | { readonly kind: 'add-pipeline-input'; readonly task: TaskId; readonly port: string }
  | { readonly kind: 'remove-after'; readonly node: NodeId; readonly upstream: NodeId }
  | { readonly kind: 'rename-task'; readonly task: TaskId; readonly name: string }
  | { readonly kind: 'rename-input'; readonly pipeline: PipelineId; readonly input: string; readonly name: string }
  | { readonly kind: 'rename-output'; readonly pipeline: PipelineId; readonly output: string; readonly name: string }
  | { readonly kind: 'rename-pipeline'; readonly pipeline: PipelineId; readonly name: string }
  | { readonly kind: 'remove-input'; readonly pipeline: PipelineId; readonly input: string }
  | { readonly kind: 'remove-output'; readonly pipeline: PipelineId; readonly output: string }
  | { readonly kind: 'clear-option'; readonly task: TaskId; readonly option: string }
  | {
      readonly kind: 'retype-component-inputs';
      readonly task: TaskId;
      readonly inputs: readonly { readonly name: string; readonly type: string }[];
    }
  | { readonly kind: 'remove-group'; readonly group: GroupId }
  | { readonly kind: 'add-else'; readonly group: GroupId }
  | { readonly kind: 'remove-branch'; readonly group: GroupId; readonly body: BodyId }
  | { readonly kind: 'remove-one-of'; readonly group: GroupId; readonly output: string }
  | { readonly kind: 'clear-exit-task'; readonly group: GroupId }
  | { readonly kind: 'clear-parallelism'; readonly group: GroupId }
  | {
      readonly kind: 'set-input-default';
      readonly pipeline: PipelineId;
      readonly input: string;
      readonly value: JsonValue;
    }
  | { readonly kind: 'declare-input'; readonly pipeline: PipelineId; readonly input: string; readonly type: PortType }
  | { readonly kind: 'set-workspace'; readonly size: string }
  | { readonly kind: 'clear-platform-setting'; readonly setting: keyof PipelinePlatformSettings }
  | {
      readonly kind: 'set-condition-value';
      readonly group: GroupId;
      readonly body: BodyId;
      readonly side: 'left' | 'right';
      readonly value: string | number | boolean;
    }
  | { readonly kind: 'clear-input-default'; readonly pipeline: PipelineId; readonly input: string }
  | OfferChange;

/** Feeds a place from the construct that KFP has for it, where the wire that was meant cannot be. */
export interface OfferChange {
  readonly kind: OfferKind;
  readonly place: ReferencePlace;
  /** What feeds the place afterwards. */
  readonly reference: Reference;
  /** What that takes the place of; absent where it feeds the whole place. */
  readonly instead?: Reference;
  /** For `surface-one-of`: the output of the branches group as it must be for that. */
  readonly oneOf?: OneOfOutput;
}

export type OfferKind =
  /** All iterations' outputs of a task in a loop, as a list. */
  | 'collect-results'
  /** The output of whichever branch ran. */
  | 'surface-one-of'
  /** Another branch has nothing that fits: the author completes the output. */
  | 'begin-one-of'
  /** The item instead of the list, inside its loop. */
  | 'use-loop-item'
  /** The list instead of the item, outside its loop. */
  | 'use-loop-list'
  /** The output itself instead of all iterations', inside the loop. */
  | 'use-plain-output';
