import { ACTIONS } from '../../src/actions/all-actions.ts';
import { actionState } from '../commands/action-state.ts';
import { callHost } from '../state/host-access.ts';
import { getState, store } from '../state/store.ts';

/** Tells a host with native menus how the actions stand, at most once a frame and only what changed. */
export function startMenuState(): void {
  let told = '';
  let asked = false;
  const tell = (): void => {
    asked = false;
    const state = getState();
    if (state.live.host?.capabilities.includes('native-menus') !== true) return;
    const states = ACTIONS.map((action) => ({ id: action.id, ...actionState(action, state) }));
    const enabled = states.filter((entry) => entry.visible && entry.enabled).map((entry) => entry.id);
    const checked = states.filter((entry) => entry.checked === true).map((entry) => entry.id);
    const key = `${enabled.join()}|${checked.join()}`;
    if (key === told) return;
    told = key;
    callHost('menu.setState', { enabled, checked }).catch(() => undefined);
  };
  store.subscribe(() => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(tell);
  });
}
