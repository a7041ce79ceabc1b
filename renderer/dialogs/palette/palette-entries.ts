import { ACTIONS } from '../../../src/actions/all-actions.ts';
import { describeCombination, keysOf } from '../../../src/actions/keys.ts';
import type { TaskRecord } from '../../../src/model/document.ts';
import { pipelineOfNode } from '../../../src/model/lookups.ts';
import { actionState } from '../../commands/action-state.ts';
import { KEY_PLATFORM } from '../../commands/key-handling.ts';
import { runCommand } from '../../commands/run-command.ts';
import { sentenceNow } from '../../i18n/use-sentence.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { goToPlace } from '../../state/looking.ts';
import { getState } from '../../state/store.ts';
import { activateTab, titleOfTab } from '../../state/tabs.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly kind: 'command' | 'task' | 'tab';
  readonly label: string;
  /** Icon of an action. */
  readonly icon?: string;
  /** Keys, or where a task stands. */
  readonly hint?: string;
  readonly run: () => void;
}

/** Everything the palette can go to or do now: commands, open pipelines, tasks of the one in front. */
export function listPaletteEntries(mode: 'commands' | 'tasks'): readonly PaletteEntry[] {
  return mode === 'tasks' ? listTasks() : [...listCommands(), ...listTabs(), ...listTasks()];
}

function listCommands(): readonly PaletteEntry[] {
  const state = getState();
  return ACTIONS.filter((action) => {
    const { visible, enabled } = actionState(action, state);
    return visible && enabled && action.hiddenInPalette !== true;
  }).map((action) => {
    const [key] = keysOf(action, state.live.settings.keys);
    return {
      id: action.id,
      kind: 'command',
      label: sentenceNow(`action.${action.id}`),
      ...(action.icon === undefined ? {} : { icon: action.icon }),
      ...(key === undefined ? {} : { hint: describeCombination(key, KEY_PLATFORM) }),
      run: () => void runCommand(action.id, { source: 'palette' }),
    };
  });
}

function listTabs(): readonly PaletteEntry[] {
  const { order, tabs, active } = getState().documents;
  return order.flatMap((id) => {
    const tab = tabs.get(id);
    if (tab === undefined || id === active) return [];
    return [{ id, kind: 'tab', label: titleOfTab(tab), run: () => activateTab(id) } satisfies PaletteEntry];
  });
}

function listTasks(): readonly PaletteEntry[] {
  const { active, tabs } = getState().documents;
  const document = active === null ? undefined : tabs.get(active)?.document;
  if (document === undefined || active === null) return [];
  return [...document.tasks.values()].map((task) =>
    taskEntry(active, task, pipelineOfNode(document, task.id) ?? document.root),
  );
}

function taskEntry(tabId: TabId, task: TaskRecord, pipeline: ReturnType<typeof pipelineOfNode> & string): PaletteEntry {
  return {
    id: task.id,
    kind: 'task',
    label: task.displayName ?? task.name,
    ...(task.displayName === undefined ? {} : { hint: task.name }),
    run: () => goToPlace(tabId, { pipeline, node: task.id }),
  };
}
