import type { TabId } from '../../state/documents-slice.ts';
import { openDialog } from '../../state/looking.ts';
import type { Values } from './field-entries.ts';
import type { RunReuse } from './run-request.ts';

/** What a run form starts with besides the document: the values of an earlier run, and what is taken over from it. */
export interface PreparedForm {
  readonly values?: Values;
  readonly reuse?: RunReuse;
}

const prepared = new Map<TabId, PreparedForm>();

/** Opens the run form of a tab. */
export function openRunForm(tabId: TabId, form: PreparedForm = {}): void {
  prepared.set(tabId, form);
  openDialog({ kind: 'run-form', tabId, ...(form.reuse === undefined ? {} : { from: form.reuse.from }) });
}

/** What the form of a tab was opened with. */
export function preparedForm(tabId: TabId): PreparedForm {
  return prepared.get(tabId) ?? {};
}
