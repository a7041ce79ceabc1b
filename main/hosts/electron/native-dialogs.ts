import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron';
import type { PickNatively } from '../../services/dialogs/create-dialogs.ts';

const FILTERS = [{ name: 'YAML', extensions: ['yaml', 'yml'] }];

/** The system's own dialogs. What is chosen in them is allowed by the dialog service. */
export function createNativePick(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  focusedWindow: () => BrowserWindow | undefined,
): PickNatively {
  return async (kind, suggested) => {
    const window = focusedWindow();
    const place = suggested === undefined ? {} : { defaultPath: suggested };
    if (kind === 'save-file') {
      const options = { ...place, filters: FILTERS };
      const result = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
      return result.canceled || result.filePath === '' ? null : result.filePath;
    }
    const options: OpenDialogOptions =
      kind === 'open-folder'
        ? { ...place, properties: ['openDirectory', 'createDirectory'] }
        : { ...place, properties: ['openFile'], filters: FILTERS };
    const result = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return result.canceled ? null : (result.filePaths[0] ?? null);
  };
}
