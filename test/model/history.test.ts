import { describe, expect, it } from 'vitest';
import { combineEdits } from '../../src/model/combine-edits.ts';
import { createDocument } from '../../src/model/create-document.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { addInput } from '../../src/model/edits/pipeline-inputs.ts';
import { setPipelineSettings } from '../../src/model/edits/pipeline-settings.ts';
import {
  closeGesture,
  createHistory,
  goToStep,
  type History,
  recordEdit,
  redo,
  undo,
} from '../../src/model/history.ts';
import { rootPipeline } from '../../src/model/lookups.ts';

interface State {
  readonly history: History;
  readonly document: PipelineDocument;
}

function start(limit?: number): State {
  return { history: createHistory(limit), document: createDocument({ name: 'p' }) };
}

function describeAs({ history, document }: State, description: string, gesture?: string): State {
  const edit = setPipelineSettings(document, document.root, { description });
  return { history: recordEdit(history, document, edit, gesture), document: edit.document };
}

const text = (document: PipelineDocument): string | undefined => rootPipeline(document).description;

describe('history', () => {
  it('makes one step of a gesture and goes back over it at once', () => {
    let state = start();
    for (const typed of ['h', 'he', 'hey']) state = describeAs(state, typed, 'typing');
    expect(state.history.past).toHaveLength(1);
    const back = undo(state.history, state.document);
    expect(text(back?.edit.document as PipelineDocument)).toBeUndefined();
    const again = redo(back?.history as History, back?.edit.document as PipelineDocument);
    expect(text(again?.edit.document as PipelineDocument)).toBe('hey');
  });

  it('keeps gestures apart that were closed or have other keys', () => {
    let state = describeAs(start(), 'a', 'typing');
    state = { ...state, history: closeGesture(state.history) };
    state = describeAs(state, 'b', 'typing');
    state = describeAs(state, 'c', 'other');
    state = describeAs(state, 'd');
    expect(state.history.past).toHaveLength(4);
    expect(closeGesture(state.history)).toBe(state.history);
  });

  it('does not record an edit that changes nothing, and keeps the redo', () => {
    let state = describeAs(describeAs(start(), 'a'), 'b');
    const back = undo(state.history, state.document);
    state = { history: back?.history as History, document: back?.edit.document as PipelineDocument };
    const same = describeAs(state, 'a');
    expect(same.history).toBe(state.history);
    expect(redo(same.history, same.document)).toBeDefined();
    expect(describeAs(state, 'z').history.future).toEqual([]);
  });

  it('keeps the newest steps up to its limit', () => {
    let state = start(3);
    for (const word of ['a', 'b', 'c', 'd', 'e']) state = describeAs(state, word);
    expect(state.history.past).toHaveLength(3);
    expect(text(goToStep(state.history, state.document, 0).edit.document)).toBe('b');
  });

  it('goes to any step, back and forth, and stops at the ends', () => {
    let state = start();
    for (const word of ['a', 'b', 'c']) state = describeAs(state, word);
    const first = goToStep(state.history, state.document, 1);
    expect(text(first.edit.document)).toBe('a');
    const last = goToStep(first.history, first.edit.document, 99);
    expect(text(last.edit.document)).toBe('c');
    expect(goToStep(last.history, last.edit.document, -5).history.past).toHaveLength(0);
    expect(undo(createHistory(), state.document)).toBeUndefined();
    expect(redo(createHistory(), state.document)).toBeUndefined();
  });

  it('makes one step of several edits', () => {
    const { document, history } = start();
    const input = { name: 'rows', type: { kind: 'parameter', parameterType: 'STRING' } } as const;
    const edit = combineEdits(document, { key: 'edit.add-input' }, [
      (current) => addInput(current, current.root, input),
      (current) => addInput(current, current.root, input),
      (current) => setPipelineSettings(current, current.root, { description: 'two' }),
    ]);
    expect(rootPipeline(edit.document).inputs.map(({ name }) => name)).toEqual(['rows', 'rows_2']);
    const back = undo(recordEdit(history, document, edit), edit.document);
    expect(back?.edit.document.pipelines.get(document.root)).toBe(document.pipelines.get(document.root));
  });
});
