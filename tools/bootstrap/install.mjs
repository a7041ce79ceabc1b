import { isInstalled } from './installed.mjs';
import { runNpm } from './npm.mjs';
import { SetupFailure, say, sayElapsed } from './say.mjs';

// Everything is a development dependency, so a NODE_ENV=production in the environment must not leave it out.
const installCommand = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * What npm's messages mean, first match wins: pattern, sentence, remedy.
 * @type {[RegExp, string, string][]}
 */
const causes = [
  [/ENOSPC/, 'The disk is full.', 'Free about 1 GB and try again.'],
  [/EACCES|EPERM|EROFS/, 'This folder cannot be written to.', 'Put the repository where you may write and try again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i,
    'The package registry could not be reached.',
    'Check the connection or the proxy (`npm config get registry`) and try again.',
  ],
  [/EINTEGRITY/, 'A downloaded package was damaged.', 'Run `npm cache clean --force` and try again.'],
  [
    /can only install (?:packages )?(?:when|with)/,
    'The lock file and package.json do not agree.',
    'Run `npm install` and try again.',
  ],
];

/**
 * Installs from the lock file unless that is done already. Throws a SetupFailure with the remedy.
 * @param {string} root
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  say('Installing packages from the lock file (about a minute) …');
  const stop = sayElapsed('Installing packages');
  const { missing, code, output } = await runNpm(root, installCommand).finally(stop);
  if (missing) throw new SetupFailure('npm was not found.', 'Install Node.js with npm and try again.');
  if (code !== 0) throw explainFailure(output);
  if (!isInstalled(root))
    throw new SetupFailure('npm ended well, but packages are still missing.', 'Run `npm ci` to see why.');
  say('Packages are installed.');
}

/** @param {string} output */
function explainFailure(output) {
  // What follows the first lines is npm's manual; stacks are of no use here.
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^npm error\s+at /.test(line));
  say(lines.slice(0, 8).join('\n'));
  const cause = causes.find(([pattern]) => pattern.test(output));
  if (cause) return new SetupFailure(cause[1], cause[2]);
  return new SetupFailure('`npm ci` failed.', 'Its own words are above; run `npm ci` alone to see more.');
}
