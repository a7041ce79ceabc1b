import { beforeEach, describe, expect, it } from 'vitest';
import { actionState } from '../../../renderer/commands/action-state.ts';
import { bindCommands } from '../../../renderer/commands/binding.ts';
import { PREDICATES } from '../../../renderer/commands/predicates.ts';
import { editDocument, undoEdit } from '../../../renderer/state/edits.ts';
import { select } from '../../../renderer/state/selection.ts';
import { getState } from '../../../renderer/state/store.ts';
import { openTab } from '../../../renderer/state/tabs.ts';
import { type Action, findAction } from '../../../src/actions/all-actions.ts';
import { PREDICATE_NAMES, type PredicateName } from '../../../src/actions/predicates.ts';
import { createDocument } from '../../../src/model/create-document.ts';
import { addNote } from '../../../src/model/edits/notes.ts';
import { resetStore } from '../state/reset-store.ts';

beforeEach(resetStore);

function holding(): PredicateName[] {
  return PREDICATE_NAMES.filter((name) => PREDICATES[name](getState()));
}

function actionOf(id: string): Action {
  const action = findAction(id);
  if (action === undefined) throw new Error(`No action ${id}`);
  return action;
}

describe('predicates', () => {
  it('hold for a new app only where they speak of panels and settings', () => {
    expect(holding().sort()).toEqual(
      [
        'bottomShown',
        'catalogShown',
        'inspectorShown',
        'minimapShown',
        'outlineShown',
        'snapsToGrid',
        'themeIsSystem',
      ].sort(),
    );
  });

  it('follow the document in front', () => {
    const tabId = openTab({ document: createDocument({ name: 'demo' }), file: { path: '/a', stamp: 's' } });
    expect(holding()).toEqual(expect.arrayContaining(['hasTab', 'canEdit', 'hasPath']));
    expect(holding()).not.toContain('canUndo');
    editDocument(tabId, (document) => addNote(document, document.root, 'x'));
    expect(holding()).toEqual(expect.arrayContaining(['canUndo', 'isDirty', 'anyDirty']));
    undoEdit(tabId);
    expect(holding()).toContain('canRedo');
    select(tabId, [`inputs:${getState().documents.tabs.get(tabId)?.document.root ?? ('p' as never)}`]);
    expect(holding()).toEqual(expect.arrayContaining(['hasSelection', 'hasSelectedNode', 'hasOneSelectedNode']));
    expect(holding()).not.toContain('hasSelectedTask');
  });
});

describe('how an action stands', () => {
  it('is hidden until something is bound to it', () => {
    const action = actionOf('help.about');
    expect(actionState(action, getState()).visible).toBe(false);
    bindCommands({ 'help.about': () => undefined });
    expect(actionState(action, getState())).toEqual({ visible: true, enabled: true, checked: undefined });
  });

  it('is disabled, and only it, when a predicate throws', () => {
    const broken = { ...getState(), documents: null } as unknown as ReturnType<typeof getState>;
    const reports: unknown[] = [];
    const before = globalThis.reportError;
    globalThis.reportError = (error) => void reports.push(error);
    expect(actionState(actionOf('edit.undo'), broken).enabled).toBe(false);
    expect(actionState(actionOf('edit.undo'), broken).enabled).toBe(false);
    expect(actionState(actionOf('view.toggleMinimap'), broken)).toMatchObject({ enabled: true, checked: true });
    globalThis.reportError = before;
    expect(reports).toHaveLength(1);
  });

  it('is hidden where the host cannot do it', () => {
    bindCommands({ 'file.reveal': () => undefined });
    expect(actionState(actionOf('file.reveal'), getState()).visible).toBe(false);
  });
});
