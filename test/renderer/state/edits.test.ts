import { beforeEach, describe, expect, it } from 'vitest';
import type { DocumentTab, TabId } from '../../../renderer/state/documents-slice.ts';
import { applyEdit, editDocument, endGesture, jumpToStep, redoEdit, undoEdit } from '../../../renderer/state/edits.ts';
import { select } from '../../../renderer/state/selection.ts';
import { getState, store } from '../../../renderer/state/store.ts';
import { isDirty, openTab, savedPointOf } from '../../../renderer/state/tabs.ts';
import { checkDocument } from '../../../src/analysis/check-document.ts';
import { createDocument } from '../../../src/model/create-document.ts';
import { unchanged } from '../../../src/model/draft.ts';
import { addNote } from '../../../src/model/edits/notes.ts';
import { addInput } from '../../../src/model/edits/pipeline-inputs.ts';
import { setPipelineSettings } from '../../../src/model/edits/pipeline-settings.ts';
import { resetStore } from './reset-store.ts';

const STRING = { kind: 'parameter', parameterType: 'STRING' } as const;

let tabId: TabId;

beforeEach(() => {
  resetStore();
  tabId = openTab({ document: createDocument({ name: 'demo' }) });
});

function tab(): DocumentTab {
  const found = getState().documents.tabs.get(tabId);
  if (found === undefined) throw new Error('The tab is gone');
  return found;
}

function describePipeline(description: string, coalesce?: string): boolean {
  const edit = setPipelineSettings(tab().document, tab().document.root, { description });
  return applyEdit(tabId, edit, coalesce === undefined ? {} : { coalesce });
}

function description(): string | undefined {
  return tab().document.pipelines.get(tab().document.root)?.description;
}

describe('applyEdit', () => {
  it('changes document, history and analysis together', () => {
    const states: boolean[] = [];
    const end = store.subscribe(() => states.push(tab().analysis.document === tab().document));
    expect(editDocument(tabId, (document) => addInput(document, document.root, { name: 'a', type: STRING }))).toBe(
      true,
    );
    end();
    expect(states).toEqual([true]);
    expect(tab().history.past).toHaveLength(1);
    expect(tab().analysis.diagnostics).toEqual(checkDocument(tab().document).diagnostics);
    expect(isDirty(tab())).toBe(true);
  });

  it('does nothing for an edit that changes nothing', () => {
    const before = getState();
    expect(applyEdit(tabId, unchanged(tab().document, { key: 'edit.none' }))).toBe(false);
    expect(getState()).toBe(before);
  });

  it('leaves a read-only document alone', () => {
    store.setState(({ documents }) => ({
      documents: { ...documents, tabs: new Map([[tabId, { ...tab(), readOnly: { kind: 'newer-version' } }]]) },
    }));
    const before = tab();
    expect(describePipeline('new')).toBe(false);
    undoEdit(tabId);
    expect(tab()).toBe(before);
  });

  it('makes one step of a gesture, and another one after it has ended', () => {
    describePipeline('a', 'typing');
    describePipeline('ab', 'typing');
    endGesture(tabId);
    describePipeline('abc', 'typing');
    expect(tab().history.past).toHaveLength(2);
    undoEdit(tabId);
    expect(description()).toBe('ab');
    undoEdit(tabId);
    expect(description()).toBeUndefined();
  });

  it('takes what is gone out of the selection', () => {
    const added = addNote(tab().document, tab().document.root, 'hello');
    applyEdit(tabId, added);
    select(tabId, [added.note, `inputs:${tab().document.root}`]);
    undoEdit(tabId);
    expect([...(getState().view.byTab.get(tabId)?.selection.nodes ?? [])]).toEqual([`inputs:${tab().document.root}`]);
  });
});

describe('undo and redo', () => {
  it('give the same document back, and a saved one counts as unchanged again', () => {
    const before = tab().document;
    describePipeline('one');
    const after = tab().document;
    undoEdit(tabId);
    expect(tab().document.pipelines.get(before.root)).toBe(before.pipelines.get(before.root));
    redoEdit(tabId);
    expect(tab().document.pipelines.get(before.root)).toBe(after.pipelines.get(before.root));
  });

  it('make a document clean again, and only at the step that was saved', () => {
    describePipeline('one', 'typing');
    endGesture(tabId);
    const saved = savedPointOf(tab());
    store.setState(({ documents }) => ({ documents: { ...documents, tabs: new Map([[tabId, { ...tab(), saved }]]) } }));
    expect(isDirty(tab())).toBe(false);
    describePipeline('two', 'typing');
    expect(isDirty(tab())).toBe(true);
    undoEdit(tabId);
    expect(isDirty(tab())).toBe(false);
    undoEdit(tabId);
    expect(isDirty(tab())).toBe(true);
    redoEdit(tabId);
    expect(isDirty(tab())).toBe(false);
  });

  it('do not take the beginning of a history that has forgotten its own for what was opened', () => {
    const { limit } = tab().history;
    for (let step = 0; step <= limit; step += 1) describePipeline(`text ${step}`);
    jumpToStep(tabId, 0);
    expect(description()).toBe('text 0');
    expect(isDirty(tab())).toBe(true);
  });

  it('a selection costs no redo', () => {
    describePipeline('one');
    undoEdit(tabId);
    select(tabId, [`inputs:${tab().document.root}`]);
    expect(tab().history.future).toHaveLength(1);
    redoEdit(tabId);
    expect(description()).toBe('one');
  });

  it('jump to any step, forwards and backwards', () => {
    for (const text of ['one', 'two', 'three']) describePipeline(text);
    jumpToStep(tabId, 1);
    expect(description()).toBe('one');
    jumpToStep(tabId, 3);
    expect(description()).toBe('three');
    jumpToStep(tabId, 0);
    expect(description()).toBeUndefined();
    jumpToStep(tabId, 99);
    expect(description()).toBe('three');
  });
});
