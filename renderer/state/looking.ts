import type { DiagnosticPlace } from '../../src/analysis/diagnostic.ts';
import type { LayoutKey, PipelineId, TaskId } from '../../src/model/ids.ts';
import { patchTabView, patchView } from './change-slices.ts';
import type { TabId } from './documents-slice.ts';
import { select } from './selection.ts';
import { getState } from './store.ts';
import type { OpenDialog, PanelVisibility, Viewport } from './view-slice.ts';
import { wayToPipeline } from './way-to-pipeline.ts';

/** Remembers where the canvas is. Called when a movement has ended, not for every frame. */
export function setViewport(tabId: TabId, viewport: Viewport): void {
  patchTabView(tabId, { viewport });
}

/** Shows another pipeline of the document on the canvas. `through`: the sub-pipeline tasks on the way there. */
export function showPipeline(tabId: TabId, pipeline: PipelineId, through: readonly TaskId[] = []): void {
  const current = getState().view.byTab.get(tabId);
  if (current === undefined) return;
  if (current.pipeline === pipeline) {
    // The same definition, reached by another way: the drawing stays, its paths and run states are others.
    if (current.through.join() !== through.join()) patchTabView(tabId, { through });
    return;
  }
  patchTabView(tabId, { pipeline, through, viewport: null });
  select(tabId, []);
}

/** Asks the canvas to bring these into view; nothing named means everything. */
export function reveal(tabId: TabId, keys: readonly LayoutKey[]): void {
  patchTabView(tabId, { reveal: { keys } });
}

/** Asks the inspector to go to a field of what is selected. */
export function focusField(tabId: TabId, field: string): void {
  patchTabView(tabId, { focusField: { field } });
}

/** Goes to the place of a problem: its pipeline, node and field. */
export function goToPlace(tabId: TabId, place: DiagnosticPlace): void {
  showPipelineOfPlace(tabId, place.pipeline);
  const keys = keysOfPlace(place);
  select(tabId, keys);
  if (keys.length > 0) reveal(tabId, keys);
  const field = fieldOfPlace(place);
  if (field !== undefined) focusField(tabId, field);
}

/** What is shown stays; another pipeline is entered by the shortest way. */
function showPipelineOfPlace(tabId: TabId, pipeline: PipelineId): void {
  const document = getState().documents.tabs.get(tabId)?.document;
  if (document === undefined || getState().view.byTab.get(tabId)?.pipeline === pipeline) return;
  showPipeline(tabId, pipeline, wayToPipeline(document, pipeline));
}

/** What a problem's place is on the canvas: the node, or the terminal node of a pipeline's input or output. */
export function keysOfPlace(place: DiagnosticPlace): readonly LayoutKey[] {
  if (place.related !== undefined && place.related.length > 0) return place.related;
  if (place.node !== undefined) return [place.node];
  if (place.note !== undefined) return [place.note];
  if (place.pipelinePort === undefined) return [];
  return [place.pipelinePort.side === 'input' ? `inputs:${place.pipeline}` : `outputs:${place.pipeline}`];
}

/** Marks the place of the problem under the pointer, or none. */
export function hoverPlace(place: DiagnosticPlace | null): void {
  if (getState().view.hoveredPlace !== place) patchView({ hoveredPlace: place });
}

/** Opens a dialog in place of the one that is open. */
export function openDialog(dialog: OpenDialog): void {
  patchView({ dialog });
}

/** Closes the dialog. */
export function closeDialog(): void {
  if (getState().view.dialog !== null) patchView({ dialog: null });
}

/** Shows or hides parts of the window. */
export function setPanels(panels: Partial<PanelVisibility>): void {
  patchView({ panels: { ...getState().view.panels, ...panels } });
}

function fieldOfPlace(place: DiagnosticPlace): string | undefined {
  if (place.port !== undefined) return place.port.side === 'in' ? `argument:${place.port.id}` : undefined;
  if (place.pipelinePort !== undefined) return `${place.pipelinePort.side}:${place.pipelinePort.name}`;
  return place.field;
}
