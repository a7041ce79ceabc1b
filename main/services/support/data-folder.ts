import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where everything lives that the app keeps for the user: `PIPEWRIGHT_DATA_DIR`, else the platform's place.
 * Linux: XDG Base Directory Specification, which says that relative values are to be ignored.
 */
export function findDataFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform, home = homedir()): string {
  if (environment.PIPEWRIGHT_DATA_DIR) return environment.PIPEWRIGHT_DATA_DIR;
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Pipewright');
  if (platform === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Pipewright');
  const base = environment.XDG_DATA_HOME;
  return join(base?.startsWith('/') ? base : join(home, '.local', 'share'), 'pipewright');
}
