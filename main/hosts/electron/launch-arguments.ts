import type { LaunchTarget } from '../../../src/api/results.ts';
import { findLaunchTarget } from '../shared/launch-targets.ts';

/**
 * The files and folders among a command line's arguments. What is not there is left out: Chromium and macOS add
 * arguments of their own.
 */
export async function readLaunchArguments(
  argv: readonly string[],
  from: string,
  isPackaged: boolean,
): Promise<readonly LaunchTarget[]> {
  // Unpackaged, the second argument is the folder of the app itself.
  const paths = argv.slice(isPackaged ? 1 : 2).filter((argument) => !argument.startsWith('-'));
  const targets = await Promise.all(paths.map((path) => findLaunchTarget(path, from).catch(() => undefined)));
  return targets.filter((target) => target !== undefined);
}
