import { existsSync } from 'node:fs';
import { findChromium } from '../../test/helpers/find-chromium.ts';
import { say, sayElapsed } from '../bootstrap/say.mjs';
import { runCommand } from './command.ts';

/** The browser's program, or why there is none. */
export type ChromiumSearch = { readonly program: string } | { readonly reason: string };

/** Finds Chromium; where it is absent and Debian's package can be installed, installs it. */
export async function ensureChromium(): Promise<ChromiumSearch> {
  const present = findChromium();
  if (present) return { program: present };
  if (!existsSync('/etc/debian_version')) return { reason: 'no Chromium or Chrome was found; install one of them' };
  if (process.getuid?.() !== 0) return { reason: 'no Chromium was found; run `sudo apt-get install chromium`' };
  const failure = await installDebianPackage();
  if (failure) return { reason: failure };
  const installed = findChromium();
  return installed ? { program: installed } : { reason: "Debian's Chromium does not start on this machine" };
}

async function installDebianPackage(): Promise<string | undefined> {
  say("Installing Debian's Chromium for the browser tests (a few minutes) …");
  const stop = sayElapsed('Installing Chromium');
  try {
    await runApt(['update', '-qq']);
    const { succeeded, output } = await runApt([
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      // Another installer may be at work.
      '-o',
      'DPkg::Lock::Timeout=120',
      'chromium',
      'fonts-liberation',
    ]);
    if (succeeded) return undefined;
    say(output.trim().split('\n').slice(-8).join('\n'));
    return "Debian's Chromium could not be installed; run `apt-get install chromium` to see why";
  } finally {
    stop();
  }
}

function runApt(parameters: readonly string[]) {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  return runCommand({ program: 'apt-get', parameters, minutes: 8, environment }, false);
}
