/** Opens the editor: as a desktop app where Electron is at hand, else in the browser. Run by `npm start` under the pinned Node. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInPlace } from '../bin/run-with-node.mjs';
import { say, sayFailures } from './bootstrap/say.mjs';
import { buildIfNeeded } from './build/build-all.ts';
import { fromRoot } from './root.ts';
import { explainEarlyEnd, findElectron, findObstacle } from './start/electron.ts';
import { readStartOptions } from './start/options.ts';

async function openApp(parameters: readonly string[]): Promise<void> {
  await buildIfNeeded();
  // npm runs scripts in the repository; relative paths are meant from where the user stands.
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  const { webOnly, forwarded } = readStartOptions(parameters);
  if (!webOnly) {
    const reason = await openDesktop(forwarded);
    if (reason === undefined) return;
    say(`Not using Electron: ${reason}. Serving the app to the browser instead.`);
  }
  await serveApp(forwarded);
}

/** Runs Electron until it ends; returns why where it could not be used. */
async function openDesktop(forwarded: readonly string[]): Promise<string | undefined> {
  const obstacle = findObstacle(process.platform, process.env, process.getuid?.());
  if (obstacle) return obstacle;
  const electron = await findElectron();
  if ('reason' in electron) return electron.reason;
  const files = forwarded.map((parameter) => (parameter.startsWith('-') ? parameter : resolve(parameter)));
  const code = await runInPlace(electron.program, [fromRoot(), ...files]);
  const failure = explainEarlyEnd(code);
  if (failure === undefined) process.exitCode = code;
  return failure;
}

/** The web host runs in this process, so that signals reach it directly. */
async function serveApp(forwarded: readonly string[]): Promise<void> {
  const program = fromRoot('bin/pipewright.mjs');
  process.argv = [process.execPath, program, 'serve', ...forwarded];
  await import(pathToFileURL(program).href);
}

const code = await sayFailures(() => openApp(process.argv.slice(2)));
if (code !== undefined) process.exitCode = code;
