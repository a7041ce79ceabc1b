import { showPanel } from '../../shell/dock.ts';
import type { FixedPanelId } from '../../shell/panel-ids.ts';
import { getState } from '../../state/store.ts';

/** Brings a panel of the dock to the front without taking the focus. A hidden dock stays hidden. */
export function showPanelQuietly(panel: FixedPanelId): void {
  if (!getState().view.panels.bottom) return;
  const focused = document.activeElement;
  showPanel(panel);
  if (focused instanceof HTMLElement && focused !== document.body) focused.focus({ preventScroll: true });
}
