/** What `npm start` decides itself; everything else goes on to the app as it is. */
export type StartOptions = {
  /** Whether the user asked for the app in the browser. */
  readonly webOnly: boolean;
  readonly forwarded: readonly string[];
};

const webOptions = ['--no-open', '--port', '--allow-host', '--help'];

/** `--web` skips Electron; so do options that mean nothing without a web server. */
export function readStartOptions(parameters: readonly string[]): StartOptions {
  const forwarded = parameters.filter((parameter) => parameter !== '--web');
  const needsWeb = forwarded.some((parameter) => webOptions.includes(parameter.split('=')[0] ?? ''));
  return { webOnly: needsWeb || forwarded.length < parameters.length, forwarded };
}
