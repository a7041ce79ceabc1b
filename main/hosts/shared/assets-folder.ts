import { join } from 'node:path';

/**
 * The folder of the catalog, examples and templates that ship. In a packaged app they lie beside the archive, not in it:
 * Electron alone can read inside one, and components run as programs of their own (`asarUnpack` in the packager's file).
 */
export function assetsFolderOf(packageRoot: string): string {
  return join(packageRoot.replace(/app\.asar$/, 'app.asar.unpacked'), 'assets');
}
