import type { AddPanelOptions, DockviewApi, IDockviewPanel, SerializedDockview } from 'dockview-react';
import type { TabId } from '../state/documents-slice.ts';
import { setPanels } from '../state/looking.ts';
import { getState } from '../state/store.ts';
import {
  FIXED_PANELS,
  type FixedPanelId,
  partOfPanel,
  START_PANEL,
  WINDOW_PARTS,
  type WindowPart,
} from './panel-ids.ts';

const SIZES = {
  left: { initialSize: 272, minimumSize: 180 },
  right: { initialSize: 312, minimumSize: 220 },
  bottom: { initialSize: 216, minimumSize: 96 },
} as const;

/** Below these sizes of the window, in pixels, parts start hidden. */
const NARROW = 960;
const LOW = 560;

/** Begins the id of every part around the middle. */
const EDGE = 'edge-';

let api: DockviewApi | null = null;

/** Names the dock that the functions of this file act on. */
export function setDock(dock: DockviewApi | null): void {
  api = dock;
}

/** Builds the window's parts anew: catalog and outline left, inspector right, problems and the like below. */
export function buildDefaultLayout(dock: DockviewApi): void {
  for (const part of WINDOW_PARTS) {
    addPart(dock, part);
    for (const panel of FIXED_PANELS[part]) addFixedPanel(dock, panel);
    dock.getPanel(FIXED_PANELS[part][0])?.api.setActive();
  }
  // In a small window, or one zoomed far in, the drawing needs the room.
  if (window.innerWidth < NARROW) dock.setEdgeGroupVisible('right', false);
  if (window.innerHeight < LOW) dock.setEdgeGroupVisible('bottom', false);
  silenceHidden(dock);
}

/** Puts a remembered layout back. False when it is not one of this version; nothing has changed then. */
export function restoreLayout(dock: DockviewApi, layout: SerializedDockview): boolean {
  try {
    dock.fromJSON(layout);
  } catch {
    dock.clear();
    return false;
  }
  for (const part of WINDOW_PARTS) {
    addPart(dock, part);
    for (const panel of FIXED_PANELS[part]) addFixedPanel(dock, panel);
  }
  silenceHidden(dock);
  return true;
}

/** Brings a fixed panel to the front, showing its part of the window where it was hidden. */
export function showPanel(panel: FixedPanelId): void {
  if (api === null) return;
  const found = api.getPanel(panel) ?? addFixedPanel(api, panel);
  const part = partOfPanel(panel);
  if (!api.isEdgeGroupVisible(part)) setPart(part, true);
  found?.api.setActive();
  document.querySelector<HTMLElement>(`[data-panel="${panel}"]`)?.focus();
}

/** Shows or hides a part of the window. */
export function setPart(part: WindowPart, visible: boolean): void {
  api?.setEdgeGroupVisible(part, visible);
  if (api !== null) silenceHidden(api);
  setPanels({ [part]: visible });
}

/** The dock only makes a hidden part narrow: this keeps the keyboard and screen readers out of it too. */
function silenceHidden(dock: DockviewApi): void {
  for (const part of WINDOW_PARTS) {
    const group = dock.groups.find((candidate) => candidate.id === EDGE + part);
    group?.element.toggleAttribute('inert', !dock.isEdgeGroupVisible(part));
  }
}

/** Shows a part of the window that is hidden, and hides one that is shown. */
export function togglePart(part: WindowPart): void {
  setPart(part, !getState().view.panels[part]);
}

/** Puts every fixed panel back where it starts. */
export function resetLayout(): void {
  if (api === null) return;
  for (const part of WINDOW_PARTS) {
    for (const panel of FIXED_PANELS[part]) {
      const found = api.getPanel(panel);
      if (found !== undefined) api.removePanel(found);
    }
    if (api.getEdgeGroup(part) !== undefined) api.removeEdgeGroup(part);
  }
  buildDefaultLayout(api);
  notePanels(api);
}

/** Puts the focus into the next region of the window, or the one before: panels, canvas, title bar. */
export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region], [data-panel], [data-key-scope="canvas"]')];
  const shown = regions.filter((region) => region.checkVisibility({ visibilityProperty: true }));
  const index = shown.findIndex((region) => region.contains(document.activeElement));
  const next = shown[(index + step + shown.length) % shown.length];
  const control = next?.querySelector<HTMLElement>('[tabindex="0"], button:not([disabled]), input');
  (control ?? next)?.focus();
}

/** Opens the start page, or brings it to the front. */
export function showStartPanel(): void {
  if (api === null) return;
  const panel = api.getPanel(START_PANEL) ?? addToMiddle(api, { id: START_PANEL, component: START_PANEL });
  panel.api.setActive();
}

/** Takes over which parts the dock shows. */
export function notePanels(dock: DockviewApi): void {
  setPanels(Object.fromEntries(WINDOW_PARTS.map((part) => [part, dock.isEdgeGroupVisible(part)])));
}

/** Makes the panels of pipelines those of the open tabs. */
export function syncPipelinePanels(order: readonly TabId[], active: TabId | null): void {
  if (api === null) return;
  const dock = api;
  for (const id of order) {
    if (dock.getPanel(id) === undefined) addPipelinePanel(dock, id);
  }
  for (const panel of dock.panels) {
    const isGone = panel.view.contentComponent === 'pipeline' && !order.some((id) => id === panel.id);
    if (isGone) dock.removePanel(panel);
  }
  const start = dock.getPanel(START_PANEL);
  if (order.length === 0) showStartPanel();
  else if (start !== undefined && start.api.isActive === false) dock.removePanel(start);
  const front = active === null ? undefined : dock.getPanel(active);
  if (front !== undefined && !front.api.isActive) front.api.setActive();
  if (order.length > 0 && start !== undefined && front?.api.isActive === true) removeStart(dock);
}

function removeStart(dock: DockviewApi): void {
  const start = dock.getPanel(START_PANEL);
  if (start !== undefined) dock.removePanel(start);
}

function addPipelinePanel(dock: DockviewApi, id: TabId): void {
  addToMiddle(dock, {
    id,
    component: 'pipeline',
    tabComponent: 'pipeline',
    params: { tabId: id },
    renderer: 'onlyWhenVisible',
  });
}

/** Adds a panel beside the open pipelines, never to the parts around them, whichever has the focus. */
function addToMiddle(dock: DockviewApi, options: AddPanelOptions): IDockviewPanel {
  const group = dock.groups.findLast((candidate) => !candidate.id.startsWith(EDGE));
  return dock.addPanel({
    ...options,
    position: group === undefined ? { direction: 'right' } : { referenceGroup: group },
  } as AddPanelOptions);
}

/** A part of the window, with its tabs on top as everywhere: the dock would write them upright at the sides. */
function addPart(dock: DockviewApi, part: WindowPart): void {
  const group = dock.getEdgeGroup(part) ?? dock.addEdgeGroup(part, { id: EDGE + part, ...SIZES[part] });
  group.setHeaderPosition('top');
}

function addFixedPanel(dock: DockviewApi, panel: FixedPanelId) {
  const existing = dock.getPanel(panel);
  if (existing !== undefined) return existing;
  const part = partOfPanel(panel);
  addPart(dock, part);
  const group = dock.groups.find((candidate) => candidate.id === EDGE + part);
  return dock.addPanel({
    id: panel,
    component: panel,
    inactive: true,
    // Every task can be found in the outline, also while its tab is not in front.
    renderer: panel === 'outline' ? 'always' : 'onlyWhenVisible',
    ...(group === undefined ? {} : { position: { referenceGroup: group } }),
  });
}
