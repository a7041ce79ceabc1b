import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { stripVTControlCharacters } from 'node:util';
import { SetupFailure, say } from '../bootstrap/say.mjs';
import { fromRoot } from '../root.ts';
import { createPackageCollector, type PackageCollector } from './collect-packages.ts';
import { writeNotices } from './notices.ts';
import { describeSizes } from './sizes.ts';
import { computeSourceKey } from './source-key.ts';

type Bundle = { readonly configuration: string; readonly folder: string };

const bundles: readonly Bundle[] = [
  { configuration: 'vite.config.ts', folder: 'renderer' },
  { configuration: 'vite.main.config.ts', folder: '.' },
  { configuration: 'vite.preload.config.ts', folder: 'electron' },
];
const finished = fromRoot('dist');
const keyName = '.source-key';

/**
 * Builds everything, and puts it in the place of `dist/` when all of it is done, so that a program that is running
 * never sees half a build. Says what it made on standard error. Throws a SetupFailure where a source is wrong.
 */
export async function buildAll(): Promise<void> {
  const started = performance.now();
  const key = computeSourceKey();
  const folder = fromRoot(`node_modules/.cache/pipewright/build-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    const packages = createPackageCollector();
    for (const bundle of bundles) await buildOne(bundle, folder, packages);
    writeNotices(packages.folders, folder);
    writeFileSync(join(folder, keyName), key);
    for (const line of describeSizes(folder)) say(line);
    rmSync(finished, { recursive: true, force: true });
    renameSync(folder, finished);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

async function buildOne(bundle: Bundle, folder: string, { plugin }: PackageCollector): Promise<void> {
  // Loaded here because most starts build nothing.
  const { build } = await import('vite');
  try {
    await build({
      configFile: fromRoot(bundle.configuration),
      build: { outDir: join(folder, bundle.folder) },
      logLevel: 'warn',
      plugins: [plugin],
      worker: { plugins: () => [plugin] },
    });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    say(process.stderr.isTTY ? words : stripVTControlCharacters(words));
    throw new SetupFailure(`The build of ${bundle.configuration} failed.`, 'Its errors are above.');
  }
}

/** Builds unless `dist/` was made of exactly these sources. */
export async function buildIfNeeded(): Promise<void> {
  const keyFile = join(finished, keyName);
  if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === computeSourceKey()) return;
  say('Building the app …');
  await buildAll();
}
