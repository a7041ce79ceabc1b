import { execa } from 'execa';

/** Opens an address or a path with the program that the desktop has for it. Resolves to whether that went well. */
export type DesktopOpener = (target: string) => Promise<boolean>;

/** How long the opening program may take, in milliseconds. Some stay for as long as the browser they started. */
const LIMIT_MILLISECONDS = 4000;

/** The desktop's opener; undefined where there is no desktop. */
export function findDesktopOpener(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): DesktopOpener | undefined {
  const command = commandFor(platform, environment);
  if (!command) return undefined;
  const [program, ...parameters] = command;
  return async (target) => {
    const child = execa(program, [...parameters, target], {
      stdio: 'ignore',
      reject: false,
      detached: true,
      cleanup: false,
    });
    child.unref();
    const stillRunning = new Promise<true>((resolve) => setTimeout(() => resolve(true), LIMIT_MILLISECONDS).unref());
    return await Promise.race([child.then((result) => !result.failed), stillRunning]);
  };
}

/** On Linux without a display `xdg-open` would put a text browser into this terminal. */
function commandFor(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): readonly [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}
