import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { stripVTControlCharacters } from 'node:util';
import { build } from 'vite';
import { SetupFailure, say } from '../bootstrap/say.mjs';
import { fromRoot } from '../root.ts';
import { createPackageCollector, type PackageCollector } from './collect-packages.ts';
import { writeNotices } from './notices.ts';
import { describeSizes } from './sizes.ts';
import { computeSourceKey } from './source-key.ts';

const configurations = ['vite.config.ts', 'vite.main.config.ts', 'vite.preload.config.ts'];
const keyFile = fromRoot('dist/.source-key');

/** Builds everything into an emptied `dist/`; says what it made on standard error. Throws a SetupFailure where a source is wrong. */
export async function buildAll(): Promise<void> {
  const started = performance.now();
  const key = computeSourceKey();
  rmSync(fromRoot('dist'), { recursive: true, force: true });
  const packages = createPackageCollector();
  for (const file of configurations) await buildOne(file, packages);
  writeNotices(packages.folders);
  writeFileSync(keyFile, key);
  for (const line of describeSizes()) say(line);
  say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

async function buildOne(file: string, { plugin }: PackageCollector): Promise<void> {
  try {
    await build({
      configFile: fromRoot(file),
      logLevel: 'warn',
      plugins: [plugin],
      worker: { plugins: () => [plugin] },
    });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    say(process.stderr.isTTY ? words : stripVTControlCharacters(words));
    throw new SetupFailure(`The build of ${file} failed.`, 'Its errors are above.');
  }
}

/** Builds unless `dist/` was made of exactly these sources. */
export async function buildIfNeeded(): Promise<void> {
  if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === computeSourceKey()) return;
  say('Building the app …');
  await buildAll();
}
