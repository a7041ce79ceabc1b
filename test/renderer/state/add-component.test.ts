import { beforeEach, describe, expect, it } from 'vitest';
import { addComponent } from '../../../renderer/state/add-component.ts';
import { changedEntryOf } from '../../../renderer/state/changed-components.ts';
import type { DocumentTab, TabId } from '../../../renderer/state/documents-slice.ts';
import { undoEdit } from '../../../renderer/state/edits.ts';
import { getState, store } from '../../../renderer/state/store.ts';
import { openTab } from '../../../renderer/state/tabs.ts';
import { catalogEntryOf } from '../../../src/catalog/catalog-entry.ts';
import type { CatalogEntry } from '../../../src/catalog/component-description.ts';
import { createDocument } from '../../../src/model/create-document.ts';
import { resetStore } from './reset-store.ts';

const TEXT = 'name: Read data\nimplementation: {container: {image: alpine, command: ["true"]}}\n';
const PATH = '/w/components/read_data/component.yaml';

let tabId: TabId;

function entryOf(text: string, path = PATH): CatalogEntry {
  const entry = catalogEntryOf(text, { path, root: '/w', fileName: 'component.yaml' });
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

function setCatalog(...entries: readonly CatalogEntry[]): void {
  const { live } = getState();
  const catalog = { entries: new Map(entries.map((entry) => [entry.path, entry])), notes: [], loaded: true };
  store.setState({ live: { ...live, catalog } });
}

function tab(): DocumentTab {
  const found = getState().documents.tabs.get(tabId);
  if (found === undefined) throw new Error('The tab is gone');
  return found;
}

beforeEach(() => {
  resetStore();
  const file = { path: '/w/p.pipeline.yaml', stamp: '1' };
  tabId = openTab({ document: createDocument({ name: 'demo' }), file });
  setCatalog(entryOf(TEXT));
});

describe('addComponent', () => {
  it('embeds the component with its origin and selects the new task, in one step', () => {
    const task = addComponent(tabId, PATH, { position: { x: 10.4, y: 20 } });
    const record = tab().document.tasks.get(task as never);
    expect(record?.name).toBe('read-data');
    const [component] = tab().document.components.values();
    expect(component?.key).toMatch(/^read-data@[0-9a-f]{12}$/);
    expect(component?.origin).toEqual({ path: 'components/read_data/component.yaml' });
    expect(tab().document.layout.get(task as never)).toEqual({ x: 10, y: 20 });
    expect([...(getState().view.byTab.get(tabId)?.selection.nodes ?? [])]).toEqual([task]);
    undoEdit(tabId);
    expect(tab().document.tasks.size + tab().document.components.size).toBe(0);
  });

  it('puts the next task beside the selected one', () => {
    const first = addComponent(tabId, PATH);
    const second = addComponent(tabId, PATH);
    const [left, right] = [first, second].map((task) => tab().document.layout.get(task as never));
    expect(right?.y).toBe(left?.y);
    expect(right?.x).toBeGreaterThan(left?.x ?? 0);
    expect(tab().document.components.size).toBe(1);
  });

  it('gives nothing for components that are gone or broken, and for documents that cannot be edited', () => {
    expect(addComponent(tabId, '/w/none.yaml')).toBeUndefined();
    setCatalog(entryOf('name: Broken\nimplementation: {}\n'));
    expect(addComponent(tabId, PATH)).toBeUndefined();
    setCatalog(entryOf(TEXT));
    const readOnly = openTab({ document: createDocument({ name: 'other' }), readOnly: { kind: 'run-document' } });
    expect(addComponent(readOnly, PATH)).toBeUndefined();
    expect(tab().document.tasks.size).toBe(0);
  });
});

describe('changedEntryOf', () => {
  it('finds the file of a component once it has another text', () => {
    addComponent(tabId, PATH);
    const [component] = tab().document.components.values();
    if (component === undefined) throw new Error('no component');
    const changed = () => changedEntryOf(component, '/w/p.pipeline.yaml', getState().live.catalog.entries);
    expect(changed()).toBeUndefined();
    setCatalog(entryOf(TEXT.replace('alpine', 'debian')));
    expect(changed()?.path).toBe(PATH);
    setCatalog(entryOf('name: Broken\nimplementation: {}\n'));
    expect(changed()).toBeUndefined();
  });
});
