import type { LayoutKey, TaskId } from '../../src/model/ids.ts';
import { nodesOfPipeline, notesOfPipeline } from '../../src/model/lookups.ts';
import { bindCommands, type CommandContext } from '../commands/binding.ts';
import type { TabId } from '../state/documents-slice.ts';
import { reveal } from '../state/looking.ts';
import { select } from '../state/selection.ts';
import { getState } from '../state/store.ts';
import { enterTask, leavePipeline } from '../state/sub-pipelines.ts';
import { requestLayout } from '../worker/request-layout.ts';
import { cameraOf } from './acts/cameras.ts';
import { copySelected, cutSelected, duplicateSelected, pasteFromClipboard } from './acts/clipboard.ts';
import { selectedGroups, toggleCollapsed } from './acts/collapse.ts';
import { addPipelinePort } from './acts/pipeline-ports.ts';
import { lastPointer } from './acts/pointer.ts';
import { removeSelected } from './acts/remove-selected.ts';
import { startRename } from './acts/rename-store.ts';
import { openQuickAdd } from './quick-add/quick-add-store.ts';
import { motionMilliseconds } from './use-camera.ts';

/** Binds the commands that act on the canvas. */
export function registerCanvasCommands(): void {
  bindCommands({
    'edit.copy': onTab(async (tabId) => void (await copySelected(tabId))),
    'edit.cut': onTab(cutSelected),
    'edit.paste': onTab(pasteFromClipboard),
    'edit.duplicate': onTab(duplicateSelected),
    'edit.delete': onTab(removeSelected),
    'edit.rename': onTab(renameSelected),
    'edit.selectAll': onTab(selectAll),
    'view.zoomIn': onTab((tabId) => void cameraOf(tabId)?.zoomIn({ duration: motionMilliseconds() })),
    'view.zoomOut': onTab((tabId) => void cameraOf(tabId)?.zoomOut({ duration: motionMilliseconds() })),
    'view.zoomReset': onTab((tabId) => void cameraOf(tabId)?.zoomTo(1, { duration: motionMilliseconds() })),
    'view.zoomFit': onTab((tabId) => reveal(tabId, [])),
    'view.revealSelection': onTab((tabId) => reveal(tabId, selectedKeys(tabId))),
    'pipeline.addTask': onTab(addTaskAtPointer),
    'pipeline.addInput': onTab((tabId) => addPort(tabId, 'out')),
    'pipeline.addOutput': onTab((tabId) => addPort(tabId, 'in')),
    'pipeline.toggleFolded': onTab((tabId) => toggleCollapsed(tabId, selectedGroups(tabId))),
    'pipeline.enter': onTab((tabId) => {
      for (const key of selectedKeys(tabId)) enterTask(tabId, key as TaskId);
    }),
    'pipeline.leave': onTab(leavePipeline),
    'pipeline.arrange': onTab((tabId) => requestLayout(tabId, { all: true })),
  });
}

function onTab(
  act: (tabId: TabId, context: CommandContext) => void | Promise<void>,
): (context: CommandContext) => void | Promise<void> {
  return (context) => (context.tabId === null ? undefined : act(context.tabId, context));
}

function selectedKeys(tabId: TabId): readonly LayoutKey[] {
  return [...(getState().view.byTab.get(tabId)?.selection.nodes ?? [])];
}

function renameSelected(tabId: TabId): void {
  const [key] = selectedKeys(tabId);
  const task = getState()
    .documents.tabs.get(tabId)
    ?.document.tasks.get(key as TaskId);
  if (task !== undefined) startRename(task.id);
}

function selectAll(tabId: TabId): void {
  const document = getState().documents.tabs.get(tabId)?.document;
  const pipeline = getState().view.byTab.get(tabId)?.pipeline;
  if (document === undefined || pipeline === undefined) return;
  const nodes = nodesOfPipeline(document, pipeline).map((node) => node.id);
  const notes = notesOfPipeline(document, pipeline).map((note) => note.id);
  select(tabId, [...nodes, ...notes]);
}

function addTaskAtPointer(tabId: TabId, { point }: CommandContext): void {
  const pipeline = getState().view.byTab.get(tabId)?.pipeline;
  if (pipeline !== undefined) openQuickAdd({ tabId, pipeline, point: point ?? lastPointer(tabId), wire: null });
}

function addPort(tabId: TabId, side: 'in' | 'out'): void {
  const pipeline = getState().view.byTab.get(tabId)?.pipeline;
  if (pipeline !== undefined) addPipelinePort(tabId, pipeline, side);
}
