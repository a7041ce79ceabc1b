import { focusRegion, resetLayout, showPanel, togglePart } from '../shell/dock.ts';
import { openDialog } from '../state/looking.ts';
import { clearSelection } from '../state/selection.ts';
import { changeSettings } from '../state/settings.ts';
import { getState } from '../state/store.ts';
import { activateTab } from '../state/tabs.ts';
import { requestLayout } from '../worker/request-layout.ts';
import { bindCommands } from './binding.ts';

/** Binds the commands of panels, theme and tabs. Zooming is bound by the canvas. */
export function registerViewCommands(): void {
  bindCommands({
    'view.palette': () => openDialog({ kind: 'palette', mode: 'commands' }),
    'view.toggleMinimap': () => changeSettings({ showMinimap: !getState().live.settings.showMinimap }),
    'view.toggleSnap': () => changeSettings({ snapToGrid: !getState().live.settings.snapToGrid }),
    'view.toggleLeft': () => togglePart('left'),
    'view.toggleRight': () => togglePart('right'),
    'view.toggleBottom': () => togglePart('bottom'),
    'view.showCatalog': () => showPanel('catalog'),
    'view.showOutline': () => showPanel('outline'),
    'view.showInspector': () => showPanel('inspector'),
    'view.showProblems': () => showPanel('problems'),
    'view.showPreview': () => showPanel('preview'),
    'view.showRuns': () => showPanel('runs'),
    'view.showTaskRun': () => showPanel('taskRun'),
    'view.resetLayout': resetLayout,
    'view.themeLight': () => changeSettings({ theme: 'light' }),
    'view.themeDark': () => changeSettings({ theme: 'dark' }),
    'view.themeSystem': () => changeSettings({ theme: 'system' }),
    'view.nextRegion': () => focusRegion(1),
    'view.previousRegion': () => focusRegion(-1),
    'view.nextTab': () => stepTab(1),
    'view.previousTab': () => stepTab(-1),
    'pipeline.arrange': ({ tabId }) => (tabId === null ? undefined : requestLayout(tabId, { all: true })),
    'pipeline.settings': ({ tabId }) => {
      if (tabId === null) return;
      clearSelection(tabId);
      showPanel('inspector');
    },
  });
}

function stepTab(step: number): void {
  const { order, active } = getState().documents;
  const index = active === null ? -1 : order.indexOf(active);
  const next = order[(index + step + order.length) % order.length];
  if (next !== undefined) activateTab(next);
}
