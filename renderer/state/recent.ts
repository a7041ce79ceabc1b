import { patchLive } from './change-slices.ts';
import { callHost } from './host-access.ts';

/** Reads the list of recent files and folders again. */
export async function loadRecent(): Promise<void> {
  const { items } = await callHost('recent.list', {});
  patchLive({ recent: items });
}

/** Reads the list of opened folders again. */
export async function loadWorkspaces(): Promise<void> {
  const { workspaces } = await callHost('workspace.list', {});
  patchLive({ workspaces });
}
