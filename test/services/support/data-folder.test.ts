import { expect, test } from 'vitest';
import { findDataFolder } from '../../../main/services/support/data-folder.ts';

test.each([
  [{ PIPEWRIGHT_DATA_DIR: '/own' }, 'linux', '/own'],
  [{}, 'linux', '/home/me/.local/share/pipewright'],
  [{ XDG_DATA_HOME: '/xdg' }, 'linux', '/xdg/pipewright'],
  [{ XDG_DATA_HOME: 'relative' }, 'linux', '/home/me/.local/share/pipewright'],
  [{ XDG_DATA_HOME: '/xdg' }, 'darwin', '/home/me/Library/Application Support/Pipewright'],
] as const)('%j on %s', (environment, platform, expected) => {
  expect(findDataFolder(environment, platform, '/home/me')).toBe(expected);
});
