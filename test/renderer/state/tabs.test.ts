import { beforeEach, describe, expect, it } from 'vitest';
import type { DocumentTab, TabId } from '../../../renderer/state/documents-slice.ts';
import { showPipeline } from '../../../renderer/state/looking.ts';
import { clearSelection, NO_SELECTION, select, toggleSelected } from '../../../renderer/state/selection.ts';
import { getState } from '../../../renderer/state/store.ts';
import { activateTab, fileTitle, isDirty, openTab, removeTab, titleOfTab } from '../../../renderer/state/tabs.ts';
import { createDocument } from '../../../src/model/create-document.ts';
import { addDefinition } from '../../../src/model/edits/pipeline-settings.ts';
import type { LayoutKey } from '../../../src/model/ids.ts';
import { resetStore } from './reset-store.ts';

beforeEach(resetStore);

function open(path: string | null) {
  const document = createDocument({ name: 'demo' });
  return openTab({ document, untitled: 'Untitled 1', ...(path === null ? {} : { file: { path, stamp: 's' } }) });
}

function tabOf(id: TabId): DocumentTab {
  const tab = getState().documents.tabs.get(id);
  if (tab === undefined) throw new Error(`No tab ${id}`);
  return tab;
}

describe('tabs', () => {
  it('open in front, in order', () => {
    const [first, second] = [open(null), open('/a/b.pipeline.yaml')];
    expect(getState().documents.order).toEqual([first, second]);
    expect(getState().documents.active).toBe(second);
    activateTab(first);
    expect(getState().documents.active).toBe(first);
  });

  it('leave the next one in front when they close, the last one before at the end', () => {
    const [first, second, third] = [open(null), open(null), open(null)];
    activateTab(second);
    removeTab(second);
    expect(getState().documents.active).toBe(third);
    removeTab(third);
    expect(getState().documents.active).toBe(first);
    removeTab(first);
    expect(getState().documents.active).toBeNull();
    expect(getState().view.byTab.size).toBe(0);
  });

  it('can be opened again when they have a file, the last closed first', () => {
    const tabs = [open('/a/one.pipeline.yaml'), open(null), open('/a/two.pipeline.yml')];
    for (const tab of tabs) removeTab(tab);
    expect(getState().documents.closed).toEqual([
      { path: '/a/two.pipeline.yml', title: 'two' },
      { path: '/a/one.pipeline.yaml', title: 'one' },
    ]);
  });

  it('are called after their file or by their own title', () => {
    const named = tabOf(open('/a/b.pipeline.yaml'));
    const unnamed = tabOf(open(null));
    expect([titleOfTab(named), titleOfTab(unnamed)]).toEqual(['b', 'Untitled 1']);
    expect(fileTitle('C:\\data\\x.pipeline.yaml')).toBe('x');
  });

  it('have no unsaved changes when they open, unless they were recovered', () => {
    const plain = tabOf(open('/a/b.pipeline.yaml'));
    const recovered = tabOf(openTab({ document: createDocument({ name: 'x' }), unsaved: true }));
    expect([plain, recovered].map(isDirty)).toEqual([false, true]);
  });
});

describe('the selection', () => {
  const keys = ['t1', 't2'] as unknown as readonly LayoutKey[];
  const [one = 't1' as LayoutKey] = keys;

  it('is the same object while it is the same', () => {
    const tab = open(null);
    select(tab, keys, ['e1']);
    const before = getState();
    select(tab, [...keys].reverse(), ['e1']);
    expect(getState()).toBe(before);
  });

  it('adds and takes away', () => {
    const tab = open(null);
    select(tab, keys);
    toggleSelected(tab, one);
    expect([...(getState().view.byTab.get(tab)?.selection.nodes ?? [])]).toEqual(['t2']);
    toggleSelected(tab, one);
    expect(getState().view.byTab.get(tab)?.selection.nodes.size).toBe(2);
    clearSelection(tab);
    expect(getState().view.byTab.get(tab)?.selection).toBe(NO_SELECTION);
  });

  it('ends when another pipeline is shown', () => {
    const added = addDefinition(createDocument({ name: 'demo' }), 'part');
    const tab = openTab({ document: added.document });
    select(tab, keys);
    showPipeline(tab, added.pipeline);
    expect(getState().view.byTab.get(tab)).toMatchObject({
      pipeline: added.pipeline,
      selection: NO_SELECTION,
      viewport: null,
    });
  });
});
