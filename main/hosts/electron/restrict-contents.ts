import type { App, Session, Shell, WebContents } from 'electron';
import { externalAddress, isOutputAddress, isOwnAddress } from './origin.ts';

/** What the page may ask for, with the reason. Everything else is refused. */
const ALLOWED_PERMISSIONS: readonly string[] = [
  // Tasks are copied and pasted as text.
  'clipboard-read',
  'clipboard-sanitized-write',
];

/** Pages stay where they are: no navigation away, no windows of their own, no embedded web views. */
export function restrictContents(app: Pick<App, 'on'>, shell: Pick<Shell, 'openExternal'>): void {
  app.on('web-contents-created', (_event, contents) => restrict(contents, shell));
}

/** Permissions are refused unless the list above names them, and then only to our own page. */
export function restrictPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>,
): void {
  session.setPermissionRequestHandler((contents, permission, decide) => {
    decide(ALLOWED_PERMISSIONS.includes(permission) && isOwnAddress(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => ALLOWED_PERMISSIONS.includes(permission) && isOwnAddress(origin),
  );
  session.setDevicePermissionHandler(() => false);
}

type RestrictedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

function restrict(contents: RestrictedContents, shell: Pick<Shell, 'openExternal'>): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnAddress(event.url) && (event.isMainFrame || !isOutputAddress(event.url))) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const address = externalAddress(url);
    // A link in an output must not be able to open anything; only our own page's links come here with user intent.
    if (address !== undefined && !isOutputAddress(address)) void shell.openExternal(address);
    return { action: 'deny' };
  });
}
