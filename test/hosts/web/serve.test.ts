import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWebHost } from '../../../renderer/host/web-host.ts';
import type { PageHost } from '../../../renderer/host.ts';
import { readTokenFragment } from '../../../src/api/wire.ts';
import { makeTemporaryFolder } from '../../services/temporary-folder.ts';
import { type StartedProgram, startProgram } from '../start-program.ts';

/** Browsers have it, Node does not. */
globalThis.reportError ??= (error: unknown) => {
  throw error;
};

interface Served {
  readonly program: StartedProgram;
  readonly page: PageHost;
  readonly address: URL;
}

async function serve(base: string, paths: readonly string[] = []): Promise<Served> {
  const pageFolder = join(base, 'page');
  await mkdir(pageFolder, { recursive: true });
  await writeFile(join(pageFolder, 'index.html'), '<title>page</title>');
  const program = startProgram(new URL('../serve-page.ts', import.meta.url), [pageFolder, ...paths], {
    environment: { PIPEWRIGHT_DATA_DIR: join(base, 'data') },
    folder: base,
  });
  const [, found = ''] = await program.waitFor('stdout', /^Pipewright: (http:\/\/127\.0\.0\.1:\d+\/#token=\S{43})\n/);
  const address = new URL(found);
  const fetchAsPage: typeof fetch = (url, options) =>
    fetch(url, { ...options, headers: { ...options?.headers, Origin: address.origin } });
  const page = createWebHost({ base: address.origin, token: readTokenFragment(address.hash), fetch: fetchAsPage });
  onTestFinished(async () => {
    page.dispose();
    program.child.kill('SIGKILL');
    await program.ended;
  });
  return { program, page, address };
}

/** A pipeline whose one task sleeps; its folder is trusted. */
async function startLongRun(page: PageHost, folder: string): Promise<number> {
  const file = join(folder, 'marker');
  const text = [
    'pipelineInfo: {name: long}',
    'schemaVersion: 2.1.0',
    'sdkVersion: kfp-2.17.0',
    'components: {comp-sleep: {executorLabel: exec-sleep}}',
    'deploymentSpec:',
    '  executors:',
    `    exec-sleep: {container: {image: x, command: [sh, -c, 'echo $$ > "$0"; sleep 600', ${JSON.stringify(file)}]}}`,
    'root: {dag: {tasks: {sleep: {taskInfo: {name: sleep}, componentRef: {name: comp-sleep}}}}}',
    '',
  ].join('\n');
  await page.call('runs.trust', { root: folder });
  const running = new Promise<void>((resolve) => {
    page.subscribe('run.logGrew', () => resolve());
    page.subscribe('run.changed', ({ tasks }) => {
      if (tasks.some(({ phase }) => phase === 'running')) resolve();
    });
  });
  const path = join(folder, 'long.yaml');
  await writeFile(path, text);
  await page.call('runs.start', {
    source: { kind: 'ir', text, path },
    root: folder,
    parameters: {},
    engine: 'process',
  });
  await running;
  return await readPid(file);
}

async function readPid(file: string): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('\n')) return Number(text);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('the address comes first, the page is served, Ctrl-C ends it cleanly', async () => {
  const { program, address } = await serve(await makeTemporaryFolder());
  const response = await fetch(address.origin);
  expect(await response.text()).toBe('<title>page</title>');
  program.child.kill('SIGINT');
  expect(await program.ended).toBe(0);
  expect(program.output().stdout.split('\n')).toHaveLength(2);
});

test('SIGTERM ends it too, whoever still listens', async () => {
  const { program, page } = await serve(await makeTemporaryFolder());
  await page.call('host.info', {});
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
});

test('unsaved work outlives kill -9 and is offered by the next start', async () => {
  const base = await makeTemporaryFolder();
  const first = await serve(base);
  const entry = { key: 'tab-1', path: null, title: 'Untitled', text: 'my edits', baseStamp: null };
  await first.page.call('recovery.write', entry);
  first.program.child.kill('SIGKILL');
  expect(await first.program.ended).toBe('SIGKILL');

  const second = await serve(base);
  const { entries } = await second.page.call('recovery.list', {});
  expect(entries).toMatchObject([{ key: 'tab-1', title: 'Untitled', path: null }]);
  expect(await second.page.call('recovery.read', { key: 'tab-1' })).toMatchObject({ text: 'my edits' });
});

test('with a run going the first Ctrl-C warns, the second ends it and its processes', async () => {
  const base = await makeTemporaryFolder();
  const folder = join(base, 'project');
  await mkdir(folder);
  const { program, page } = await serve(base, [folder]);
  const pid = await startLongRun(page, folder);
  const warned = new Promise((resolve) => page.subscribe('host.endingSoon', resolve));
  program.child.kill('SIGINT');
  await program.waitFor('stderr', /Runs are going: 1/);
  expect(await warned).toEqual({ activeRuns: 1 });
  expect(isAlive(pid)).toBe(true);
  expect(await page.call('host.info', {})).toMatchObject({ kind: 'web' });
  program.child.kill('SIGINT');
  expect(await program.ended).toBe(0);
  expect(isAlive(pid)).toBe(false);
});

test('a port that is taken is said, and is wrong use', async () => {
  const base = await makeTemporaryFolder();
  const { address } = await serve(base);
  const { serve: serveHere } = await import('../../../main/hosts/web/serve.ts');
  const said: string[] = [];
  const fake = {
    env: { PIPEWRIGHT_DATA_DIR: join(base, 'other'), LC_ALL: 'C' },
    platform: 'linux',
    versions: process.versions,
    cwd: () => base,
    stderr: { write: (text: string) => said.push(text) },
  } as unknown as NodeJS.Process;
  const options = {
    launch: [],
    port: Number(address.port),
    open: false,
    allowedHosts: [],
    pageFolder: join(base, 'page'),
  };
  expect(await serveHere(options, fake)).toBe(2);
  expect(said.join('')).toContain(`Port ${address.port} is in use`);
});
