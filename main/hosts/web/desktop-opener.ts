import { spawn } from 'node:child_process';

/** Opens an address or a path with the program that the desktop has for it. Resolves to whether that went well. */
export type DesktopOpener = (target: string) => Promise<boolean>;

/** How long the opening program is waited for, in milliseconds. Some stay for as long as the browser they started. */
const LIMIT_MILLISECONDS = 4000;

/** The desktop's opener; undefined where there is no desktop. */
export function findDesktopOpener(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): DesktopOpener | undefined {
  const command = commandFor(platform, environment);
  if (!command) return undefined;
  const [program, ...parameters] = command;
  return (target) =>
    new Promise((resolve) => {
      const child = spawn(program, [...parameters, target], { stdio: 'ignore', detached: true });
      const timer = setTimeout(() => resolve(true), LIMIT_MILLISECONDS).unref();
      const settle = (opened: boolean): void => {
        clearTimeout(timer);
        resolve(opened);
      };
      child.on('error', () => settle(false));
      child.on('exit', (code) => settle(code === 0));
      child.unref();
    });
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
