import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createGatherer, followDocuments } from '../../../renderer/effects/follow-documents.ts';
import { editDocument } from '../../../renderer/state/edits.ts';
import { select } from '../../../renderer/state/selection.ts';
import { openTab } from '../../../renderer/state/tabs.ts';
import { createDocument } from '../../../src/model/create-document.ts';
import { addNote } from '../../../src/model/edits/notes.ts';
import { resetStore } from '../state/reset-store.ts';

beforeEach(() => {
  resetStore();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('follows documents, and nothing else of their tabs', () => {
  const seen: (readonly [string, boolean])[] = [];
  const end = followDocuments((tab, before) => seen.push([tab.id, before !== undefined]));
  const first = openTab({ document: createDocument({ name: 'a' }) });
  const second = openTab({ document: createDocument({ name: 'b' }) });
  select(first, ['n1' as never]);
  editDocument(first, (document) => addNote(document, document.root, 'x'));
  end();
  editDocument(second, (document) => addNote(document, document.root, 'x'));
  expect(seen).toEqual([
    [first, false],
    [second, false],
    [first, true],
  ]);
});

it('does the work once, a time after the first call, and again after the next', () => {
  const done: string[] = [];
  const gather = createGatherer<string>(500, (key) => done.push(key));
  gather('a');
  vi.advanceTimersByTime(300);
  gather('a');
  gather('b');
  vi.advanceTimersByTime(200);
  expect(done).toEqual(['a']);
  vi.advanceTimersByTime(300);
  expect(done).toEqual(['a', 'b']);
  gather('a');
  vi.advanceTimersByTime(500);
  expect(done).toEqual(['a', 'b', 'a']);
});
