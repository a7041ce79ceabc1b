import { createStore } from 'zustand/vanilla';
import { callHost } from '../state/host-access.ts';
import { getState } from '../state/store.ts';

export type PickKind = 'open-file' | 'open-folder' | 'save-file';

export interface PathRequest {
  readonly kind: PickKind;
  /** A path to start from; for saving also the proposed name. */
  readonly suggested?: string;
  /** Endings that are shown; all when absent. */
  readonly endings?: readonly string[];
}

interface OpenBrowser {
  readonly request: PathRequest;
  readonly resolve: (path: string | null) => void;
}

/** The folder browser, where the host has no dialogs of its own. */
export const folderBrowserStore = createStore<{ readonly open: OpenBrowser | null }>(() => ({ open: null }));

/** Lets the user choose a path: in the host's own dialog or in the folder browser. Null when given up. */
export async function pickPath(request: PathRequest): Promise<string | null> {
  const { host } = getState().live;
  const { kind, suggested } = request;
  if (host?.capabilities.includes('native-dialogs') === true) {
    const { path } = await callHost('dialog.pick', suggested === undefined ? { kind } : { kind, suggested });
    return path;
  }
  const path = await browse(request);
  if (path === null) return null;
  const chosen = await callHost('dialog.choose', { path, kind });
  return chosen.path;
}

function browse(request: PathRequest): Promise<string | null> {
  return new Promise((resolve) => {
    folderBrowserStore.getState().open?.resolve(null);
    const close = (path: string | null): void => {
      folderBrowserStore.setState({ open: null });
      resolve(path);
    };
    folderBrowserStore.setState({ open: { request, resolve: close } });
  });
}
