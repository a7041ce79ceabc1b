import canvas from './fr/canvas.json';
import catalog from './fr/catalog.json';
import inspector from './fr/inspector.json';
import runs from './fr/runs.json';
import shell from './fr/shell.json';

/** The words of the screen in French; loaded when they are wanted. */
export const FRENCH = { ...shell, ...canvas, ...catalog, ...inspector, ...runs };
