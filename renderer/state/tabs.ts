import { checkDocument } from '../../src/analysis/check-document.ts';
import type { ParsedFile } from '../../src/file/parse-file.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { createHistory } from '../../src/model/history.ts';
import { patchTab } from './change-slices.ts';
import type { DocumentTab, ImportedFrom, OpenFile, ReadOnlyReason, SavedPoint, TabId } from './documents-slice.ts';
import { NO_SELECTION } from './selection.ts';
import { getState, patchState } from './store.ts';
import type { TabView } from './view-slice.ts';

/** What a tab is opened with. */
export interface NewTab {
  readonly document: PipelineDocument;
  readonly file?: OpenFile;
  /** The file it was read from, where it was. */
  readonly parsed?: ParsedFile;
  /** Title of a document without a file. */
  readonly untitled?: string;
  readonly readOnly?: ReadOnlyReason;
  /** The document differs from its file (a recovered copy). */
  readonly unsaved?: boolean;
  readonly imported?: ImportedFrom;
  readonly recoveryKey?: string;
}

const AS_OPENED: SavedPoint = { step: null };

let opened = 0;

/** Opens a document in a tab of its own, in front. */
export function openTab(options: NewTab): TabId {
  opened += 1;
  const id = `tab-${opened}` as TabId;
  const { documents, view } = getState();
  const tabs = new Map(documents.tabs).set(id, createTab(id, options));
  const byTab = new Map(view.byTab).set(id, createTabView(options.document));
  patchState({
    documents: { ...documents, tabs, order: [...documents.order, id], active: id },
    view: { ...view, byTab },
  });
  return id;
}

/** Brings a tab to the front. */
export function activateTab(tabId: TabId): void {
  const { documents } = getState();
  if (documents.active === tabId || !documents.tabs.has(tabId)) return;
  patchState({ documents: { ...documents, active: tabId } });
}

/** Takes a tab away, whatever is unsaved in it. Asking is the file commands' part. */
export function removeTab(tabId: TabId): void {
  const { documents, view, live } = getState();
  const tab = documents.tabs.get(tabId);
  if (tab === undefined) return;
  const index = documents.order.indexOf(tabId);
  const order = documents.order.filter((id) => id !== tabId);
  const next = order[Math.min(index, order.length - 1)] ?? null;
  const closed =
    tab.file === null ? documents.closed : [{ path: tab.file.path, title: titleOfTab(tab) }, ...documents.closed];
  patchState({
    documents: {
      order,
      tabs: without(documents.tabs, tabId),
      active: documents.active === tabId ? next : documents.active,
      closed: closed.slice(0, 30),
    },
    view: { ...view, byTab: without(view.byTab, tabId) },
    live: { ...live, runs: { ...live.runs, shown: without(live.runs.shown, tabId) } },
  });
}

/** Puts another document into a tab, as when the file was changed by another program. Starts a new history. */
export function replaceDocument(tabId: TabId, parsed: ParsedFile, file: OpenFile): void {
  const { document } = parsed;
  patchTab(tabId, {
    document,
    file,
    saved: AS_OPENED,
    source: parsed.source,
    fileProblems: parsed.diagnostics,
    damaged: parsed.damaged,
    conflict: null,
    history: createHistory(),
    analysis: checkDocument(document),
    output: null,
  });
}

/** What a tab is called: its file's name without the ending, or its own title. */
export function titleOfTab(tab: DocumentTab): string {
  return tab.file === null ? tab.untitled : fileTitle(tab.file.path);
}

/** The name of a pipeline file for people: `train` of `/data/train.pipeline.yaml`. */
export function fileTitle(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return name.replace(/\.pipeline\.ya?ml$/, '');
}

/** Whether a tab has changes that its file does not. Undoing them makes it clean again. */
export function isDirty({ saved, history }: DocumentTab): boolean {
  if (saved === null) return true;
  if (saved.step !== null) return history.past.at(-1) !== saved.step;
  // A full history has forgotten its first steps: then its beginning is not what was opened.
  return history.past.length > 0 || history.future.length >= history.limit;
}

/** The place in history that a tab is at, to remember when it is saved. Call after `endGesture`. */
export function savedPointOf({ history }: DocumentTab): SavedPoint {
  return { step: history.past.at(-1) ?? null };
}

function createTab(id: TabId, options: NewTab): DocumentTab {
  const { document } = options;
  return {
    id,
    document,
    history: createHistory(),
    saved: options.unsaved === true ? null : AS_OPENED,
    file: options.file ?? null,
    source: options.parsed?.source ?? null,
    fileProblems: options.parsed?.diagnostics ?? [],
    damaged: options.parsed?.damaged ?? false,
    untitled: options.untitled ?? '',
    readOnly: options.readOnly ?? null,
    conflict: null,
    analysis: checkDocument(document),
    output: null,
    imported: options.imported ?? null,
    recoveryKey: options.recoveryKey ?? `page-${crypto.randomUUID()}`,
  };
}

function createTabView(document: PipelineDocument): TabView {
  return {
    pipeline: document.root,
    through: [],
    selection: NO_SELECTION,
    viewport: null,
    reveal: null,
    focusField: null,
  };
}

function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  if (!map.has(key)) return map;
  const next = new Map(map);
  next.delete(key);
  return next;
}

/** The notes of an import have been read: its bar goes. */
export function forgetImport(tabId: TabId): void {
  patchTab(tabId, { imported: null });
}
