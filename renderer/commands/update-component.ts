import i18next from 'i18next';
import type { UsableEntry } from '../../src/catalog/component-description.ts';
import { combineEdits } from '../../src/model/combine-edits.ts';
import { planComponentReplacement, replaceComponent } from '../../src/model/edits/replace-component.ts';
import type { TaskId } from '../../src/model/ids.ts';
import { ask } from '../dialogs/questions.ts';
import { componentRecordOf } from '../state/component-origin.ts';
import type { TabId } from '../state/documents-slice.ts';
import { editDocument } from '../state/edits.ts';
import { getState } from '../state/store.ts';

/** Puts the component as its file has it now into tasks, in one step. Asks first when wires or values would be lost. */
export async function updateComponents(tabId: TabId, tasks: readonly TaskId[], entry: UsableEntry): Promise<void> {
  const tab = getState().documents.tabs.get(tabId);
  const record = tab === undefined ? undefined : componentRecordOf(entry, tab.file?.path ?? null);
  if (tab === undefined || record === undefined) return;
  const ports = {
    inputs: entry.description.inputs.map((port) => port.id),
    outputs: entry.description.outputs.map((port) => port.id),
  };
  const lost = tasks.flatMap((task) => {
    const plan = planComponentReplacement(tab.document, task, ports);
    const name = tab.document.tasks.get(task)?.name ?? '';
    const inputs = plan.arguments.map((port) => i18next.t('inspector.lostInput', { task: name, port }));
    const readers = plan.users.length + plan.outputs.length;
    return readers === 0 ? inputs : [...inputs, i18next.t('inspector.lostReaders', { task: name, count: readers })];
  });
  if (lost.length > 0 && !(await confirmLoss(entry, lost))) return;
  const label = { key: 'edit.replace-component', values: { name: entry.description.title } };
  editDocument(tabId, (document) =>
    combineEdits(
      document,
      label,
      tasks.map((task) => (next) => replaceComponent(next, task, record, ports)),
    ),
  );
}

async function confirmLoss(entry: UsableEntry, lost: readonly string[]): Promise<boolean> {
  const answer = await ask({
    title: i18next.t('inspector.updateTitle', { name: entry.description.title }),
    message: i18next.t('inspector.updateMessage'),
    details: lost,
    choices: [
      { id: 'update', label: i18next.t('inspector.update'), kind: 'main' },
      { id: 'cancel', label: i18next.t('common.cancel') },
    ],
  });
  return answer?.choice === 'update';
}
