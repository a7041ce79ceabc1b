import type { AppWindow } from './app-window.ts';

/** The open windows, by the name each has as a client of the host. */
export interface WindowList {
  /** Holds a window until it is closed. */
  add(appWindow: AppWindow): void;
  find(clientId: string): AppWindow | undefined;
  focused(): AppWindow | undefined;
  /** Brings a window to the front: somebody started the app once more. */
  raise(): void;
}

export function createWindowList(): WindowList {
  const windows = new Map<string, AppWindow>();
  return {
    add: (appWindow) => {
      windows.set(appWindow.clientId, appWindow);
      appWindow.window.once('closed', () => windows.delete(appWindow.clientId));
    },
    find: (clientId) => windows.get(clientId),
    focused: () => [...windows.values()].find(({ window }) => window.isFocused()),
    raise: () => {
      const [first] = windows.values();
      if (first?.window.isMinimized()) first.window.restore();
      first?.window.focus();
    },
  };
}
