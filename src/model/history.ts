import type { PipelineDocument } from './document.ts';
import type { Edit, EditLabel } from './edit.ts';
import { applyPatch, composePatches, patchOf, type RecordPatch, touchedByPatch } from './record-patch.ts';
import { mergeTouched, NOTHING_TOUCHED } from './touched.ts';

/** One named step: the records it touched, before and after (references, not copies). */
export interface HistoryStep {
  readonly label: EditLabel;
  readonly before: RecordPatch;
  readonly after: RecordPatch;
  /** Steps with the same key that follow each other become one, until `closeGesture`. */
  readonly gesture?: string;
}

/** The steps of one document: those that can be undone, oldest first, and those that can be redone, next first. */
export interface History {
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
  readonly limit: number;
}

/** The outcome of moving through history. */
export interface HistoryMove {
  readonly history: History;
  readonly edit: Edit;
}

/** An empty history that keeps at most `limit` steps. */
export function createHistory(limit = 500): History {
  return { past: [], future: [], limit };
}

/**
 * Records an edit made on the document `before`. An edit that changed nothing is not recorded and costs no redo.
 * `gesture` joins it with the step before when that has the same one (typing in a field, one drag).
 */
export function recordEdit(history: History, before: PipelineDocument, edit: Edit, gesture?: string): History {
  if (edit.document === before) return history;
  const step: HistoryStep = {
    label: edit.label,
    before: patchOf(before, edit.touched),
    after: patchOf(edit.document, edit.touched),
    ...(gesture === undefined ? {} : { gesture }),
  };
  const last = history.past.at(-1);
  if (gesture !== undefined && last?.gesture === gesture) {
    return { ...history, past: [...history.past.slice(0, -1), joinSteps(last, step)], future: [] };
  }
  return { ...history, past: [...history.past, step].slice(-history.limit), future: [] };
}

/** Ends the gesture of the last step: what follows is a step of its own. */
export function closeGesture(history: History): History {
  const last = history.past.at(-1);
  if (last?.gesture === undefined) return history;
  const { gesture: _, ...closed } = last;
  return { ...history, past: [...history.past.slice(0, -1), closed] };
}

/** Takes the last step back; the very same records come back. None when there is no step. */
export function undo(history: History, document: PipelineDocument): HistoryMove | undefined {
  const step = history.past.at(-1);
  if (step === undefined) return undefined;
  const next = { ...history, past: history.past.slice(0, -1), future: [step, ...history.future] };
  return { history: closeGesture(next), edit: restore(document, step.before, step.label) };
}

/** Makes the next undone step again. None when there is no such step. */
export function redo(history: History, document: PipelineDocument): HistoryMove | undefined {
  const [step, ...future] = history.future;
  if (step === undefined) return undefined;
  const next = { ...history, past: [...history.past, step], future };
  return { history: closeGesture(next), edit: restore(document, step.after, step.label) };
}

/** Goes to the state after `steps` recorded steps (0: before the first one kept), by undoing or redoing. */
export function goToStep(history: History, document: PipelineDocument, steps: number): HistoryMove {
  let current = history;
  let now = document;
  let touched = NOTHING_TOUCHED;
  const target = Math.max(0, Math.min(steps, history.past.length + history.future.length));
  while (current.past.length !== target) {
    const move = current.past.length > target ? undo(current, now) : redo(current, now);
    if (move === undefined) break;
    current = move.history;
    now = move.edit.document;
    touched = mergeTouched(touched, move.edit.touched);
  }
  return { history: current, edit: { document: now, touched, label: { key: 'edit.go-to-step' } } };
}

function joinSteps(first: HistoryStep, second: HistoryStep): HistoryStep {
  return {
    ...second,
    before: composePatches(second.before, first.before),
    after: composePatches(first.after, second.after),
  };
}

function restore(document: PipelineDocument, patch: RecordPatch, label: EditLabel): Edit {
  return { document: applyPatch(document, patch), touched: touchedByPatch(patch), label };
}
