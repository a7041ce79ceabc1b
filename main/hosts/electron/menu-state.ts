import type { Menu } from 'electron';
import { ACTIONS } from '../../../src/actions/all-actions.ts';
import type { MethodParams } from '../../../src/api/params.ts';

/** Brings the native menu's items up to what the page says of its actions. */
export function applyMenuState(menu: Pick<Menu, 'getMenuItemById'>, state: MethodParams<'menu.setState'>): void {
  const enabled = new Set(state.enabled);
  const checked = new Set(state.checked);
  for (const { id, checkedWhen } of ACTIONS) {
    const item = menu.getMenuItemById(id);
    if (!item) continue;
    item.enabled = enabled.has(id);
    if (checkedWhen !== undefined) item.checked = checked.has(id);
  }
}
