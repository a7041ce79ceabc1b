/** All that the page gets of Electron: one channel to call the host, one to hear it. A sandboxed preload is CommonJS. */
const { contextBridge, ipcRenderer } = require('electron') as typeof import('electron');

// The names are those of src/api/wire.ts; a test compares them.
const callChannel = 'pipewright:call';
const eventChannel = 'pipewright:event';

contextBridge.exposeInMainWorld('pipewright', {
  call: (name: string, params: unknown) => ipcRenderer.invoke(callChannel, name, params),
  subscribe: (listener: (frame: unknown) => void) => {
    const hear = (_event: unknown, frame: unknown): void => listener(frame);
    ipcRenderer.on(eventChannel, hear);
    return () => {
      ipcRenderer.removeListener(eventChannel, hear);
    };
  },
});
