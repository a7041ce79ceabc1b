/**
 * `npm run dev [FILE|DIR]`: builds again at every change of a source and starts the web host anew when the main bundles changed.
 * A changed page needs a reload in the browser only.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from 'vite';
import { say } from './bootstrap/say.mjs';
import { fromRoot } from './root.ts';

let host: ChildProcess | undefined;

process.on('exit', () => host?.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));

function startHost(): void {
  const isFirst = host === undefined;
  host?.kill('SIGTERM');
  const parameters = [
    fromRoot('bin/pipewright.mjs'),
    'serve',
    ...process.argv.slice(2),
    ...(isFirst ? [] : ['--no-open']),
  ];
  host = spawn(process.execPath, parameters, { stdio: 'inherit' });
}

async function watch(configFile: string, onBuilt: () => void): Promise<void> {
  const output = await build({ configFile: fromRoot(configFile), logLevel: 'warn', build: { watch: {} } });
  if (!('on' in output)) return;
  output.on('event', (event) => {
    if (event.code === 'ERROR') say(event.error.message);
    if (event.code !== 'END') return;
    say(`Built ${configFile}.`);
    onBuilt();
  });
}

function startWhenComplete(): void {
  if (existsSync(fromRoot('dist/renderer/index.html')) && existsSync(fromRoot('dist/cli.mjs'))) startHost();
}

await watch('vite.config.ts', () => {
  if (host === undefined) startWhenComplete();
});
await watch('vite.main.config.ts', startWhenComplete);
